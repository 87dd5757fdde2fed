import { extractPostmortem } from '../../postmortem/extract.ts'
import type { ActionItem } from '../../postmortem/types.ts'

/** A later version of a postmortem, and what its author changed. */
export interface Edit {
  markdown: string
  /** One sentence a change. */
  changes: string[]
}

interface Change {
  sentence: string
  markdown: string
  /** How many more items the document lists after it. */
  added: number
  /** A text that stands among the items only after it, or null where one is gone or done. */
  newText: string | null
}

const NEW_ITEM = 'Rehearse this failure once a quarter and write down what surprised us'
const MORE_WORDS = ', and test it under load'

/**
 * Edits a postmortem the way its author might a week later: rewords one item, ticks one off, removes
 * one and adds one. A change that the document's format does not allow is left out.
 */
export const editPostmortem = (markdown: string): Edit => {
  const changes: string[] = []
  let current = markdown
  const change = (attempt: (text: string, items: ActionItem[]) => Change | null): void => {
    const before = openTasks(current)
    const made = attempt(current, before)
    if (made === null || !worked(made, before.length)) return
    current = made.markdown
    changes.push(made.sentence)
  }
  change(rewordFirst)
  change(tickOffSecond)
  change(removeThird)
  change(addAfterLast)
  return { markdown: current, changes }
}

const openTasks = (markdown: string): ActionItem[] =>
  extractPostmortem(markdown, {}).items.filter(({ kind, done }) => kind === 'task' && !done)

const worked = ({ markdown, added, newText }: Change, before: number): boolean => {
  const after = openTasks(markdown)
  return (
    after.length === before + added && (newText === null || after.some(({ text }) => text.includes(newText)))
  )
}

const rewordFirst = (markdown: string, [item]: ActionItem[]): Change | null => {
  if (!item) return null
  const words = item.text.replace(/[.!]$/, '')
  return {
    sentence: `reworded “${item.title}”`,
    markdown: onLine(markdown, item.line, (line) => line.replace(words, words + MORE_WORDS)),
    added: 0,
    newText: MORE_WORDS,
  }
}

const tickOffSecond = (markdown: string, [, item]: ActionItem[]): Change | null => {
  if (!item) return null
  const mark = (line: string): string =>
    line.includes('[ ]') ? line.replace('[ ]', '[x]') : line.replace(item.text, `~~${item.text}~~`)
  return {
    sentence: `marked “${item.title}” as done`,
    markdown: onLine(markdown, item.line, mark),
    added: -1,
    newText: null,
  }
}

const removeThird = (markdown: string, items: ActionItem[]): Change | null => {
  const item = items[1]
  if (!item) return null
  const lines = markdown.split('\n')
  lines.splice(item.line - 1, item.endLine - item.line + 1)
  return { sentence: `removed “${item.title}”`, markdown: lines.join('\n'), added: -1, newText: null }
}

const addAfterLast = (markdown: string, items: ActionItem[]): Change | null => {
  const item = items.at(-1)
  if (!item) return null
  const lines = markdown.split('\n')
  const copy = (lines[item.line - 1] ?? '').replace(item.text, NEW_ITEM)
  lines.splice(item.endLine, 0, copy)
  return { sentence: `added “${NEW_ITEM}”`, markdown: lines.join('\n'), added: 1, newText: NEW_ITEM }
}

const onLine = (markdown: string, number: number, edit: (line: string) => string): string =>
  markdown
    .split('\n')
    .map((line, index) => (index === number - 1 ? edit(line) : line))
    .join('\n')
