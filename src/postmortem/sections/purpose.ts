import type { Section } from './types.ts'

/** Words at the start or end of a title that make it a document about incidents in general. One per line. */
const generalWords = [
  'template',
  'checklist',
  'guide',
  'guidelines?',
  'handbook',
  'how to',
  'playbook',
  'policy',
  'procedures?',
  'process',
  'readme',
  'runbook',
  'plantilla',
  'guía',
  'proceso',
  'modelo',
  'modèle',
  'guide',
  'vorlage',
  'leitfaden',
  'prozess',
  'mal',
  'шаблон',
  'テンプレート',
  '手順書',
  '模板',
  '流程',
  '템플릿',
]
const title = generalWords.join('|')
const generalTitle = new RegExp(`^(?:${title})(?![\\p{L}])|(?<![\\p{L}])(?:${title})[^\\p{L}]*$`, 'iu')
const slots =
  /\b(?:YYYY|HH:MM|DD\/MM)\b|\blorem ipsum\b|<(?:date|name|owner|title|describe|description|link|time)[^>]*>|\[(?:date|name|owner|title|time|link)\]/gi
const instructions = /\b(?:must|should) (?:contain|include)\b/gi

const fewSlots = 2
const fewInstructions = 2

/**
 * Why a document reports no incident of its own, so that nothing in it is an action item: a template, a process
 * description, an exercise.
 *
 * @returns null for a postmortem.
 */
export function generalPurpose(root: Section, markdown: string): string | null {
  const heading = firstHeading(root)
  if (heading && generalTitle.test(heading)) return 'the document is about incidents in general'
  if (count(markdown, slots) > fewSlots) return 'the document is a template'
  if (count(markdown, instructions) > fewInstructions) return 'the document says how to write a postmortem'
  return null
}

function firstHeading(root: Section): string | null {
  const [first] = root.sections
  return first?.title?.text ?? null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
