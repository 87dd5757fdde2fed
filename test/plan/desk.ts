import type { Config } from '../../src/config/schema.ts'
import { defaultConfig } from '../../src/config/schema.ts'
import type { IssueTexts } from '../../src/plan/issue-plan.ts'
import { planIssues } from '../../src/plan/issues.ts'
import { parseMarker } from '../../src/plan/marker.ts'
import { matchItems } from '../../src/plan/match.ts'
import type { Issue, Operation, PostmortemFile, TrackedIssue } from '../../src/plan/types.ts'
import { wishedItems } from '../../src/plan/wish.ts'
import type { ActionItem } from '../../src/postmortem/types.ts'
import { anItem } from '../postmortem/an-item.ts'

const texts: IssueTexts = {
  title: ({ item }) => item.title,
  content: ({ item }, { source, due }) =>
    `${item.text}\ndue ${due ?? 'never'}, line ${source.line} at ${source.commit}`,
  goneBanner: 'GONE',
  goneComment: 'It is gone.',
  duplicateBanner: (original) => `DUPLICATE of ${original}`,
}

export interface Desk {
  issues: Issue[]
  /** Plans for a new version of the document, applies the plan, and returns it. */
  edit: (items: (string | ActionItem)[], options?: EditOptions) => Operation[]
  /** What a person does to an issue. */
  person: (number: number, change: Partial<Issue>) => void
  issue: (number: number) => Issue
}

interface EditOptions {
  config?: Partial<Config>
  path?: string
  mergedOn?: string
  /** Leaves the plan unapplied. */
  dryRun?: boolean
}

/** Issues in memory, and the planner at work on them: a document, its edits, and people. */
export const createDesk = (): Desk => {
  const issues: Issue[] = []
  let version = 0

  const tracked = (): TrackedIssue[] =>
    issues.flatMap((issue) => {
      const marker = parseMarker(issue.body)
      return marker?.kind === 'item' && marker.duplicateOf === null ? [{ ...issue, marker }] : []
    })

  const apply = (operation: Operation): void => {
    if (operation.kind === 'create-issue') issues.push(opened(issues.length + 1, operation))
    if (operation.kind === 'update-issue') Object.assign(issueOf(operation.number), operation.changes)
    if (operation.kind === 'add-labels') issueOf(operation.number).labels.push(...operation.labels)
    if (operation.kind === 'remove-label') {
      const issue = issueOf(operation.number)
      issue.labels = issue.labels.filter((label) => label !== operation.label)
    }
  }

  const issueOf = (number: number): Issue => {
    const issue = issues.find((candidate) => candidate.number === number)
    if (!issue) throw new Error(`no issue #${number}`)
    return issue
  }

  const edit: Desk['edit'] = (
    items,
    { config, path = 'postmortems/outage.md', mergedOn = '2026-03-02', dryRun } = {},
  ) => {
    const file: PostmortemFile = {
      repository: 7,
      name: { owner: 'acme', repo: 'ops' },
      path,
      pullRequest: 12,
      commit: `commit-${++version}`,
    }
    const wishes = wishedItems(documentOf(items), {
      config: { ...defaultConfig, ...config },
      mergedOn,
      priorityLabel: (priority) => `priority: ${priority.toUpperCase()}`,
    })
    const match = matchItems(wishes, tracked(), file.name)
    const operations = planIssues({
      file,
      match,
      missing: wishes.filter((wish) => !match.pairs.has(wish) && wish.filed && !wish.item.done),
      identities: tracked().map(({ marker }) => marker.item),
      removed: config?.removed ?? 'keep',
      texts,
    })
    if (!dryRun) operations.forEach(apply)
    return operations
  }

  return { issues, edit, person: (number, change) => Object.assign(issueOf(number), change), issue: issueOf }
}

const documentOf = (items: (string | ActionItem)[]): Parameters<typeof wishedItems>[0] => ({
  title: 'Outage',
  incidentDate: null,
  severity: null,
  rejected: [],
  items: items.map((item, index) => ({
    ...(typeof item === 'string' ? anItem(item) : item),
    line: 10 + index,
    endLine: 10 + index,
  })),
})

const opened = (
  number: number,
  { title, body, labels, assignees }: Extract<Operation, { kind: 'create-issue' }>,
): Issue => ({
  number,
  title,
  body,
  state: 'open',
  stateReason: null,
  labels: [...labels],
  assignees: [...assignees],
  createdAt: '2026-03-02T10:00:00Z',
  closedAt: null,
  url: `https://github.com/acme/ops/issues/${number}`,
})

/** A plan in a line an operation: what it does to which issue. */
export const inWords = (operations: Operation[]): string[] =>
  operations.map((operation) => {
    switch (operation.kind) {
      case 'create-issue':
        return `open "${operation.title}"`
      case 'update-issue': {
        const { title, state, stateReason, assignees } = operation.changes
        const parts = [
          ...(title === undefined ? [] : [`retitle "${title}"`]),
          ...(state === undefined ? [] : [`${state} as ${String(stateReason)}`]),
          ...(assignees === undefined ? [] : [`assign ${assignees.join(' ') || 'nobody'}`]),
        ]
        return `#${operation.number}: ${parts.join(', ') || 'body'} (${operation.reason})`
      }
      case 'comment-once':
        return `#${operation.number}: comment`
      case 'add-labels':
        return `#${operation.number}: label ${operation.labels.join(' ')}`
      case 'remove-label':
        return `#${operation.number}: unlabel ${operation.label}`
      default:
        return operation.kind
    }
  })
