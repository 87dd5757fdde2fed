import { dropPictographs } from '../blocks/bullets.ts'
import type { Line } from '../blocks/types.ts'
import { fieldOfHeader, fieldOfLabel, isDeadline, type Field } from '../fields/index.ts'

const longestLabel = 80
const betweenFields = /\s+[|·•]\s+|;\s+/
const beforeLabel = /\s*[.,，、。]\s*(?=([^.,，、。:：]{1,40})[:：])/g
const mostWordsOfLabel = 8

/** "Label: rest", split at the first colon. `rest` is empty for a label that stands alone. */
export interface Labelled {
  label: string
  rest: string
}

/** Splits a line at the colon that ends its label; null for a line without one. */
export function splitLabel(text: string): Labelled | null {
  const colon = text.search(/[:：](?:\s|$)|：/)
  if (colon <= 0 || colon > longestLabel) return null
  const label = dropPictographs(text.slice(0, colon)).trim()
  return /[\p{L}]/u.test(label) ? { label, rest: text.slice(colon + 1).trim() } : null
}

const dash = /^\s*[-–—]\s+/

/** "**Preventive measures.** We will …", "**Metrics** – Export …": a bold beginning that serves as a label. */
export function splitLead({ text, lead, strong }: Line): Labelled | null {
  if (strong || lead === '' || lead.length > longestLabel || !text.startsWith(lead)) return null
  const rest = text.slice(lead.length)
  if (!/[.?!:。？！]$/.test(lead) && !dash.test(rest)) return null
  const label = dropPictographs(lead.replace(/[.:：。]$/, '')).trim()
  return /[\p{L}]/u.test(label) ? { label, rest: rest.replace(dash, '').trim() } : null
}

/** The name in a title line, without the colon. */
export function nameOf(title: Line): string {
  return title.text.replace(/\s*[:：]$/, '')
}

/** Whether a line is a label with nothing after it: "Monitoring:", or a few bold words. */
export function isBareLabel(line: Line): boolean {
  if (line.text.length > longestLabel) return false
  const words = line.text.split(' ').length
  return (
    (/[:：]$/.test(line.text) && words <= mostWordsOfLabel) || (line.strong && !/[.!?。]$/.test(line.text))
  )
}

/** A field stated outside the item's own words: a table cell, a field bullet, a line below the item. */
export interface StatedField {
  field: Field
  value: string
}

/** "Team:" between "Network:" and "Monitoring:" is a group of tasks; as an owner it would name somebody. */
const teamAlone = /^(?:teams?|equipos?|equipes?|équipes?|команда|团队|チーム)\s*[:：]$/iu

/** The fields that a line states: "Owner: Jane", "Owner: Jane | Due: May 30". Empty for a line that says more. */
export function fieldsOfLine(text: string): StatedField[] {
  if (!/[:：]/.test(text) || teamAlone.test(text)) return []
  const [first = '', ...others] = text.split(betweenFields).flatMap(splitAtLabels)
  const fields = [fieldOf(first, fieldOfLabel), ...others.map((part) => fieldOf(part, fieldOfHeader))]
  return fields.every((field) => field !== null) ? fields : []
}

/** Behind a first label also the words of table headers count: "Owner: Jane. Completion: May 30". */
function fieldOf(part: string, read: typeof fieldOfLabel): StatedField | null {
  const labelled = splitLabel(part)
  const field = labelled && read(labelled.label)
  if (!field || field === 'action') return null
  return { field: field === 'status' && isDeadline(labelled.rest) ? 'due' : field, value: labelled.rest }
}

/** "Owner: Jane. Due: May 30", "Owner: Jane, due: May 30": a full stop or comma parts fields where a label follows. */
function splitAtLabels(text: string): string[] {
  const parts: string[] = []
  let begin = 0
  for (const { index, 0: sign, 1: label = '' } of text.matchAll(beforeLabel)) {
    if (fieldOfHeader(label) === null) continue
    parts.push(text.slice(begin, index))
    begin = index + sign.length
  }
  return [...parts, text.slice(begin)]
}

/** Whether a line states nothing but fields of an action item. */
export function isFieldLine(text: string): boolean {
  return fieldsOfLine(text).length > 0
}

/** Labels of what explains a task instead of being one: "Why: …", "Files: …". One per line. */
const descriptive = new Set([
  'benefit',
  'command',
  'commit',
  'context',
  'example',
  'examples',
  'file',
  'files',
  'goal',
  'how',
  'location',
  'problem',
  'purpose',
  'reason',
  'scope',
  'tool',
  'tools',
  'trigger',
  'when',
  'where',
  'why',
])

/** Whether a line explains the task above it. */
export function describes(text: string): boolean {
  return descriptive.has((splitLabel(text)?.label ?? '').toLowerCase())
}

const examples =
  /^\P{L}*(?:examples?|samples?|ejemplos?|exemplos?|exemples?|beispiele?|eksempe?l(?:er)?|примеры?|例|例子|示例|예시)\P{L}*$/iu

/** Whether a name says no more than that examples follow: "2. Examples". */
export function namesExamples(name: string): boolean {
  return examples.test(name)
}
