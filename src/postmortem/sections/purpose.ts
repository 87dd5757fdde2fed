import type { Section } from './types.ts'

/** Words of a title that make it a document without an incident of its own, whatever else it says. */
const generalWords = [
  'template',
  'playbook',
  'readme',
  'runbook',
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
  'handbook',
  'policy',
  'procedures?',
  'process',
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
const slots = /\b(?:YYYY|HH:MM|DD\/MM)\b|\blorem ipsum\b/gi
const instructions = /\b(?:must|should) (?:contain|include)\b/gi
const itemInstructions = /\b(?:each|every)(?: \w+){0,2} items? (?:should|must) be\b/i
const selfReference = /post.?mortem|\bmortem\b/i

const fewSlots = 2
const fewInstructions = 2
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
  if (general.test(title) || procedural.test(title)) return 'the document is about incidents in general'
  if (count(markdown, slots) > fewSlots) return 'the document is a template'
  if (count(markdown, instructions) > fewInstructions || itemInstructions.test(markdown))
    return 'the document says how to write a postmortem'
  if (items.filter((text) => selfReference.test(text)).length > Math.max(fewSelfReferences, items.length / 3))
    return 'the document says how to hold a postmortem'
  return null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
