import type { Nodes } from 'mdast'
import { findComplexity } from '../postmortem/complexity.ts'
import { parseMarkdown } from '../postmortem/parse.ts'
import { MAX_READ, mayHoldCommand } from './command-hint.ts'

/** What a person asks the app for in a comment. */
export type Command =
  | { kind: 'sync' }
  | { kind: 'status' }
  /** `words`: the date as written, or `none`. */
  | { kind: 'due'; words: string }
  /** A word after `/followthrough` that means nothing. */
  | { kind: 'unknown'; words: string }

const COMMAND = /^\/(followthrough|due)(?:[ \t]+(.*))?$/i

/**
 * The commands in a comment, in order: lines of its own text that begin with one. Quotes, code, lists and tables
 * are left out, since what stands there is shown or cited, not said.
 */
export const readCommands = (body: string): Command[] => {
  const text = body.slice(0, MAX_READ).replaceAll('\r\n', '\n')
  if (!mayHoldCommand(text) || findComplexity(text) !== null) return []
  const lines = text.split('\n')
  return parseMarkdown(text)
    .children.filter((node) => node.type === 'paragraph')
    .flatMap(({ children }) => linesBegunBy(children))
    .flatMap((line) => commandOf(lines[line - 1]?.trim() ?? ''))
}

/** The numbers of the lines of a paragraph that begin with plain text, as opposed to the inside of code. */
const linesBegunBy = (nodes: Nodes[]): number[] =>
  nodes.flatMap((node, index) => {
    if (node.type !== 'text' || node.position === undefined) return []
    const { start, end } = node.position
    const all = Array.from({ length: end.line - start.line + 1 }, (_, offset) => start.line + offset)
    const beginsLine = index === 0 || nodes[index - 1]?.type === 'break'
    return beginsLine ? all : all.slice(1)
  })

const commandOf = (line: string): Command[] => {
  const [, name, rest = ''] = COMMAND.exec(line) ?? []
  if (name === undefined) return []
  const words = rest.trim()
  if (name.toLowerCase() === 'due') return [{ kind: 'due', words }]
  const [verb = ''] = words.toLowerCase().split(/\s/)
  return [verb === 'sync' || verb === 'status' ? { kind: verb } : { kind: 'unknown', words }]
}
