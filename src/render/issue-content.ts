import type { SourceLines } from '../plan/marker.ts'
import { referenceOf } from '../plan/references.ts'
import type { ActionItem, IsoDate } from '../postmortem/types.ts'
import { truncate } from './clean.ts'
import { untrustedMarkdown } from './markdown.ts'
import { inline, link } from './text.ts'
import { fileUrl, linesUrl } from './urls.ts'

export interface IssueContentInput {
  item: ActionItem
  /** The due date that holds: the document's, else the one that the configuration gives. */
  due: IsoDate | null
  /** Who set it: the document or the configuration, or a person with `/due`. */
  dueBy: 'document' | 'command'
  postmortem: { title: string | null; incidentDate: IsoDate | null; severity: string | null; path: string }
  /** Where the item stands in the postmortem. */
  source: SourceLines
  /** The page of the repository that holds the postmortem. */
  repositoryUrl: string
  /** The pull request that brought the postmortem; null where it was pushed without one. */
  pullRequest: number | null
  /** Logins. */
  assigned: string[]
  /** Owners as the document names them, whom GitHub cannot assign here. */
  unassignable: string[]
}

/** GitHub's limit is 65,536; the rest is for the hidden record, and for what people write around the block. */
const maxLength = 36_000

/**
 * Writes the visible part of the app's block in an issue: where the item comes from, the item in full, and its fields.
 *
 * @returns Markdown of at most 36,000 characters, whatever the postmortem holds
 */
export function renderIssueContent(input: IssueContentInput): string {
  // Only text made to grow when it is escaped, under a path of thousands of characters, needs more than one try.
  for (const share of [1, 0.25, 0.05]) {
    const written = content(input, share)
    if (written.length <= maxLength) return written
  }
  return origin({ ...input, postmortem: { ...input.postmortem, title: 'Postmortem' } }).slice(0, maxLength)
}

function content(input: IssueContentInput, share: number): string {
  const { item, source, repositoryUrl, postmortem } = input
  const shortened = (text: string, max: number): string => truncate(text, max * share)
  const parts = [
    origin(input),
    inline(shortened(item.text, 4_000)),
    untrustedMarkdown(item.details ?? '', {
      baseUrl: fileUrl(repositoryUrl, source.commit, postmortem.path),
      maxLength: 20_000 * share,
    }),
    fields(input, shortened),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A quote that tells an owner who never saw the postmortem what this is about. */
function origin({ postmortem, source, repositoryUrl, pullRequest }: IssueContentInput): string {
  const { incidentDate, severity, path } = postmortem
  const title = link(truncate(postmortem.title ?? path, 200), fileUrl(repositoryUrl, source.commit, path))
  const lines = `[${lineWords(source)}](${linesUrl(repositoryUrl, path, source)})`
  const facts = [
    incidentDate === null ? '' : `Incident on ${incidentDate}`,
    severity === null ? '' : `Severity ${inline(truncate(severity, 40))}`,
    pullRequest === null ? '' : `Merged in [#${pullRequest}](${repositoryUrl}/pull/${pullRequest})`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
  return `> Action item of the postmortem **${title}**, ${lines}${facts === '' ? '' : `\\\n> ${facts}`}`
}

const lineWords = ({ line, endLine }: SourceLines): string =>
  endLine > line ? `lines ${line}–${endLine}` : `line ${line}`

function fields(input: IssueContentInput, shortened: (text: string, max: number) => string): string {
  const { item, assigned, unassignable, repositoryUrl } = input
  const short = (texts: string[], max: number): string[] =>
    texts.slice(0, 20).map((text) => shortened(text, max))
  const owners = [
    ...short(assigned, 80).map(inline),
    ...short(unassignable, 80).map((name) => `${inline(name)} (not assigned on GitHub)`),
  ]
  const written = (named: [string, string][]): string[] =>
    named.filter(([, value]) => value !== '').map(([name, value]) => `**${name}:** ${value}`)
  const line = written([
    ['Owner', owners.join(', ') || 'nobody yet'],
    ['Due', dueWords(input)],
    ['Priority', inline(shortened(item.priority ?? '', 80))],
  ]).join(' · ')
  const links = short(item.links, 300).map((each) => referenceLink(each, repositoryUrl))
  return [line, ...written([['See also', links.join(', ')]])].join('\n\n')
}

/** A link as the item writes it, leading to the issue where it is a short reference to one. */
function referenceLink(written: string, repositoryUrl: string): string {
  const { host, origin, pathname } = new URL(repositoryUrl)
  const [owner = '', repo = ''] = pathname.split('/').slice(1)
  const reference = referenceOf(written, { owner, repo }, host)
  return reference.kind === 'github'
    ? link(written, `${origin}/${reference.owner}/${reference.repo}/issues/${reference.number}`)
    : inline(written)
}

function dueWords({ due, dueBy, item }: IssueContentInput): string {
  if (dueBy === 'command') return `${due ?? 'no date'} (set with \`/due\`)`
  const stated = inline(truncate(item.dueText ?? '', 80))
  if (due === null) return stated
  if (stated === '' && item.due === null) return `${due} (by the time that this repository allows)`
  return stated === '' || stated === due ? due : `${due} (“${stated}”)`
}
