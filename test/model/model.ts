import { taskOf, type Line, type Task } from './documents.ts'

/** An issue as people and the app should have left it. */
export interface ModelIssue {
  number: number
  /** Where it is; what became of it elsewhere is not followed. */
  place: 'here' | 'moved' | 'deleted'
  state: 'open' | 'closed'
  reason: 'completed' | 'not_planned' | null
  title: string
  /** A person gave it its title. */
  isRetitled: boolean
  labels: Set<string>
  assignees: Set<string>
  due: string | null
  /** A person asked for another due date, and the app has not looked yet: who asks twice can be heard in either order. */
  isDueAsked: boolean
  /** What people wrote below the app's block. */
  notes: string[]
  /** How many comments people and the app wrote. */
  comments: { people: number; app: number }
  /** What the app knew when it looked last: whether the document lists the item, marks it done, and how it words it. */
  known: { isListed: boolean; isDone: boolean; wording: 0 | 1 }
  /** The document listed the item when it was there last: a file that is gone takes nothing back. */
  isRemembered: boolean
}

/** One postmortem: what people want to be in its file. */
export interface ModelPostmortem {
  index: number
  /** Null before it is written and after it is deleted. */
  path: string | null
  /** Where it was, or will be, when it is written again. */
  home: string
  /** Where its status stands; null before it is written. `issue` stands for a tracking issue. */
  place: number | 'issue' | null
  lines: Line[]
  /** By task. */
  issues: Map<number, ModelIssue>
  /** The app has seen the file. */
  isKnown: boolean
  /** It was renamed, and the app has not looked yet: people rest until it has. */
  isRenamed: boolean
}

export interface Model {
  postmortems: ModelPostmortem[]
}

export const listed = ({ lines }: ModelPostmortem, task: number): Line | undefined =>
  lines.find((line) => line.task === task)

/** The app looked at everything: what should be true now, given what people did since it looked last. */
export const appLooked = (
  model: Model,
  newIssues: Map<string, number>,
  titleOf: (p: number, l: Line) => string,
): void => {
  for (const postmortem of model.postmortems) {
    postmortem.isRenamed = false
    postmortem.isKnown ||= postmortem.path !== null
    for (const [task, issue] of postmortem.issues) {
      const line = listed(postmortem, task)
      issue.isDueAsked = false
      const isThere = postmortem.path !== null
      if (issue.place !== 'here' && isThere && isForgotten(issue, line)) postmortem.issues.delete(task)
      else if (issue.place === 'here') followDocument(issue, line, line && titleOf(postmortem.index, line))
      if (isThere) issue.isRemembered = line !== undefined
    }
    for (const line of postmortem.lines) {
      if (postmortem.issues.has(line.task) || line.isDone) continue
      const title = titleOf(postmortem.index, line)
      const number = newIssues.get(title)
      if (number === undefined) throw new Error(`No issue was opened for "${title}"`)
      newIssues.delete(title)
      postmortem.issues.set(line.task, openedIssue(number, title, line, taskOf(postmortem.index, line.task)))
    }
  }
  if (newIssues.size > 0) throw new Error(`Issues without an item: ${[...newIssues.keys()].join('; ')}`)
}

/** A file that is gone is looked at only for issues that are there still. */
export const hasInterest = ({ path, issues }: ModelPostmortem): boolean =>
  path !== null || [...issues.values()].some(({ place }) => place === 'here')

/**
 * The app remembers of an issue that is gone only for which words it was opened: an item that left the document in the
 * meantime is taken for a new one, and so is one that has other words now, unless its issue can still be asked for them.
 */
const isForgotten = ({ known, place, isRemembered }: ModelIssue, line: Line | undefined): boolean =>
  line === undefined || !isRemembered || (place === 'deleted' && known.wording !== line.wording)

const openedIssue = (number: number, title: string, { wording }: Line, { owner, due }: Task): ModelIssue => ({
  number,
  place: 'here',
  state: 'open',
  reason: null,
  title,
  isRetitled: false,
  labels: new Set(['postmortem', 'action-item']),
  assignees: new Set(owner === undefined ? [] : [owner]),
  due: due ?? null,
  isDueAsked: false,
  notes: [],
  comments: { people: 0, app: 0 },
  known: { isListed: true, isDone: false, wording },
  isRemembered: true,
})

/** The rules by which an issue follows its line in the document. */
const followDocument = (issue: ModelIssue, line: Line | undefined, title: string | undefined): void => {
  const { known } = issue
  if (line === undefined) {
    if (known.isListed && issue.state === 'open') issue.comments.app++
    known.isListed = false
    return
  }
  known.isListed = true
  known.wording = line.wording
  if (!issue.isRetitled && title !== undefined) issue.title = title
  if (line.isDone && !known.isDone && issue.state === 'open') close(issue, 'completed')
  if (!line.isDone && known.isDone && issue.reason === 'completed') reopen(issue)
  known.isDone = line.isDone
}

export const close = (issue: ModelIssue, reason: 'completed' | 'not_planned'): void => {
  issue.state = 'closed'
  issue.reason = reason
}

export const reopen = (issue: ModelIssue): void => {
  issue.state = 'open'
  issue.reason = null
}

/** What the status comment should count. */
export const progressOf = (postmortem: ModelPostmortem): { done: number; total: number } => {
  const shown = [...postmortem.issues].filter(
    ([task, { place }]) => place === 'here' || (place === 'moved' && listed(postmortem, task) !== undefined),
  )
  const withoutIssue = postmortem.lines.filter(({ task }) => !postmortem.issues.has(task)).length
  const done = shown.filter(([, { reason }]) => reason === 'completed').length
  return { done: done + withoutIssue, total: shown.length + withoutIssue }
}
