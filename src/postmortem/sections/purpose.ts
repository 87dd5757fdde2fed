import { findFullDate } from '../fields/due/full-date.ts'
import { setsExercise } from './exercise.ts'
import type { Section } from './types.ts'

/** Words of a title that make it a document without an incident of its own, whatever else it says. */
const generalWords = [
  'template',
  'playbook',
  'readme',
  'runbook',
  'handbook',
  'faq',
  'frequently asked questions',
  'plantilla',
  'modelo de',
  'modèle',
  'vorlage',
  'mal for',
  'шаблон',
  'テンプレート',
  '手順書',
  '模板',
  '템플릿',
]

/** Words that do so behind a word for incidents: "Incident management process". */
const proceduralWords = [
  'checklist',
  'guide',
  'guidelines?',
  'faq',
  'levels?',
  'policy',
  'procedures?',
  'process',
  'roles?',
  'severit(?:y|ies)',
  'skill',
  'tracker',
  'follow-up actions',
  'guía',
  'leitfaden',
  'prozess',
  '流程',
  '指南',
]

/** Beginnings that do so before a word for incidents: "How to write a postmortem". */
const proceduralBeginnings = [
  'how to',
  'how we',
  'guide (?:to|for)',
  'checklist for',
  '(?:index|list|archive) of',
  'writing(?: an?| the| good| your| our| blameless)*(?=\\s+(?:post|incident|retro))',
  'cómo',
  'como',
  'comment',
  'wie',
]

const incidents =
  '(?:post.?mortems?|incidents?|outages?|retrospectives?|incidentes?|vorf[aä]lle?|インシデント|事故|장애)'
const joint = '(?!(?:of|the|in|for|with|during|by|de|der|des)\\b)[\\p{L}-]+\\s+'
const anyOf = (words: readonly string[]): string => `(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`
const general = new RegExp(`^[^\\p{L}]*${anyOf(generalWords)}|${anyOf(generalWords)}[^\\p{L}]*$`, 'iu')
const procedural = new RegExp(
  `${incidents}\\s*(?:${joint}){0,2}${anyOf(proceduralWords)}[^\\p{L}]*$|^[^\\p{L}]*${anyOf(proceduralBeginnings)}.*${incidents}`,
  'iu',
)
/** "[Incident title] – postmortem", "<Service name> outage", "Postmortem: <Titel>". */
const titleSlot =
  /^(?:[^\p{L}]*post.?mortem)?[^\p{L}]*[[<{][^\]>}]*(?<!\p{L})(?:title|name|yyyy|short description|brief description|insert|tbd|tite?l|título|titre|nombre|nome|nom|tittel|navn|название|标题|タイトル|제목)(?!\p{L})[^\]>}]*[\]>}]/iu
/** "How to recover from a full disk", which names no year: what to do whenever it happens. */
const instructionTitle = /^[^\p{L}]*how[- ]?to\s/iu
const year = /\b(?:19|20)\d{2}\b/
/** The page of a folder, "Postmortems", that says when and how one is written. */
const folderTitle =
  /^[^\p{L}]*(?:(?:our|the|team) )?(?:post.?mortems|(?:incident|outage) (?:reports|reviews)|retrospectives)[^\p{L}]*$/iu
const aboutWriting =
  /^[^\p{L}]*(?:when|how|cu[aá]ndo|c[oó]mo|quando|quand|comment|wann|wie|når|hvordan|когда|как)(?!\p{L})/iu
const subtitle = /[:：]\s|\s[-–—]\s/
const slots = /\b(?:YYYY|HH:MM|DD\/MM)\b|\blorem ipsum\b/gi
const instructions = /\b(?:must|should) (?:contain|include)\b/gi
const itemInstructions =
  /\b(?:each|every)(?: \w+){0,2} items? (?:should|must) be\b|\ba good (?:action )?item\b/i
/** What a program's documentation has, and no report does. */
const manualParts =
  /^(?:install(?:ation|ing)?|usage|getting started|quick ?start|contributing|licen[cs]e|commands|api)$/i
/** A day in some writing: a report names one, or has one of the parts that reports have. */
const writtenDate =
  /\d{1,4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,4}|\d{1,2}\s?月\s?\d|\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?(?!\w)|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?\p{L}{3,}\.?,?\s(?:de\s)?\d{4}/u
const faultInTitle =
  /outage|post.?mortem(?!s)|down|fail|broke|lost|leak|incident(?! (?:response|management))|report|review|rca|ausfall|vorfall|panne|caída|queda|falha|сбой|障害|故障|事故|장애|复盘/i
const selfReference = /post.?mortem|\bmortem\b/i

const fewSlots = 2
const fewInstructions = 2
const fewAboutWriting = 2
const fewManualParts = 1
const fewSelfReferences = 2

/**
 * Why a document reports no incident of its own, so that nothing in it is an action item: a template, a process
 * description, an exercise.
 *
 * @param items the texts that look like action items.
 * @returns null for a postmortem.
 */
export function generalPurpose(root: Section, markdown: string, items: readonly string[]): string | null {
  const title = root.sections[0]?.title?.text ?? ''
  const [subject = ''] = title.split(subtitle)
  if (titleSlot.test(title)) return 'the document is a template'
  if ([title, subject].some((name) => general.test(name) || procedural.test(name)))
    return 'the document is about incidents in general'
  if (instructionTitle.test(title) && !year.test(markdown)) return 'the document says what to do'
  const names = namesOf(root)
  if (folderTitle.test(title) && names.filter((name) => aboutWriting.test(name)).length >= fewAboutWriting)
    return 'the document is about incidents in general'
  if (names.filter((name) => manualParts.test(name)).length > fewManualParts)
    return 'the document is a manual'
  if (setsExercise(root, markdown)) return 'the document sets an exercise'
  if (count(markdown, slots) > fewSlots) return 'the document is a template'
  if (count(markdown, instructions) > fewInstructions || instructsUndated(markdown))
    return 'the document says how to write a postmortem'
  if (items.filter((text) => selfReference.test(text)).length > Math.max(fewSelfReferences, items.length / 3))
    return 'the document says how to hold a postmortem'
  return null
}

/** "Each action item should have an owner" stands in reports too, where a form left it; those tell a day. */
function instructsUndated(markdown: string): boolean {
  return itemInstructions.test(markdown) && findFullDate(markdown) === null
}

/** Whether check boxes are all that a document has of a report: no day, no known part, no title that names a fault. */
export function reportsNothing(root: Section, markdown: string): boolean {
  const title = root.sections[0]?.title?.text ?? ''
  return !faultInTitle.test(title) && !writtenDate.test(markdown) && !hasKnownPart(root)
}

function hasKnownPart({ name, sections }: Section): boolean {
  return name.role !== null || sections.some(hasKnownPart)
}

function namesOf({ title, sections }: Section): string[] {
  return [title?.text.trim() ?? '', ...sections.flatMap(namesOf)]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
