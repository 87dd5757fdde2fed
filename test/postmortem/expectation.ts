import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import type { ActionItem, Postmortem } from '../../src/postmortem/types.ts'

/** Where the documents and their expectations lie. */
export const fixturesFolder = join(import.meta.dirname, '../../fixtures/postmortems')

/** What a fixture's JSON says: the fields of the command line's contract, without the explanations. */
export interface Expectation extends Pick<Postmortem, 'title' | 'incidentDate' | 'severity'> {
  items: Omit<ActionItem, 'section' | 'reason'>[]
}

/** Reads the document NAME.md with the program, in the shape of its expectation. */
export function readDocument(name: string): Expectation {
  const markdown = readFileSync(join(fixturesFolder, `${name}.md`), 'utf8')
  const { title, incidentDate, severity, items } = extractPostmortem(markdown, {})
  return { title, incidentDate, severity, items: items.map(withoutExplanation) }
}

/**
 * Reads NAME.json.
 *
 * @throws Error with the command that proposes the expectation, where there is none.
 */
export function readExpectation(name: string): unknown {
  const path = join(fixturesFolder, `${name}.json`)
  if (!existsSync(path)) {
    throw new Error(
      `${name}.md has no expectation. Write ${name}.json by hand, ` +
        `or run "npm run fixtures:update -- ${name}" and review each line of it.`,
    )
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

function withoutExplanation(item: ActionItem): Expectation['items'][number] {
  const { text, title, kind, done, owners, due, dueText, priority, links, details, line, endLine } = item
  return { text, title, kind, done, owners, due, dueText, priority, links, details, line, endLine }
}
