import { isIndex } from '../config/paths.ts'
import type { Tracking } from '../plan/tracking.ts'
import type { Operation, PostmortemFile, WishedItem } from '../plan/types.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { unreadableProblem } from '../render/notices.ts'
import { isBroughtByJob, issuesOf } from './brought-by.ts'
import type { Reading } from './read-postmortem.ts'
import { findStatusPlace } from './status-place.ts'
import { syncIssues, type IssueSync } from './sync-issues.ts'
import type { SyncContext } from './sync.ts'
import type { WishedFile } from './wished-file.ts'
import { writeStatus } from './write-status.ts'

/** What the sync of one postmortem found and did. */
export interface PostmortemSync {
  path: string
  /** What the file says; null where it is gone, cannot be read, or is an index without items. */
  postmortem: Postmortem | null
  /** What follows each item up now. */
  tracking: ReadonlyMap<WishedItem, Tracking>
  /** What a person has to mend, one sentence of Markdown each. */
  problems: string[]
  /** The writes that the issues took, in order. */
  issues: Operation[]
  /** The writes that the status took. */
  status: Operation[]
}

/** Makes the issues and the status of one postmortem agree with its file on the default branch. */
export const syncPostmortem = async (wished: WishedFile, context: SyncContext): Promise<PostmortemSync> => {
  const { path, read, reading, wishes } = wished
  const nothing = { path, postmortem: null, tracking: new Map(), problems: [], issues: [], status: [] }
  const { snapshot, world } = context
  const isKnown = world.itemsOf(snapshot.id, path).length + world.movedFrom(snapshot.id, path).length > 0
  if (reading.kind === 'deleted' && !isKnown) return nothing

  const found = await findStatusPlace(path, wished.knownAs, context)
  if (isEmptyIndex(path, wishes, reading) && found.record === null) return nothing
  const { knownAs } = found
  const tracked = issuesOf([...new Set([path, knownAs])], context)
  const file: PostmortemFile = {
    repository: snapshot.id,
    name: snapshot.name,
    path,
    pullRequest: found.pullRequest,
    commit: read.kind === 'absent' ? (tracked[0]?.marker.source.commit ?? '') : read.history.commit,
  }
  const postmortem = reading.kind === 'read' ? reading.postmortem : NO_POSTMORTEM
  const known = { filed: found.record?.filed ?? {}, adopted: found.record?.adopted ?? [] }
  const problems = [...context.problems, ...(reading.kind === 'unreadable' ? [reading.problem] : [])]
  const result: IssueSync =
    problems.length > 0
      ? { tracking: new Map(), others: tracked, record: known, operations: [], problem: null }
      : await syncIssues({ file, knownAs, postmortem, wishes, record: known }, context)
  if (result.problem !== null) problems.push(result.problem)
  const shown = reading.kind === 'deleted' ? [...problems, unreadableProblem({ kind: 'deleted' })] : problems
  const hasNews = wishes.length > 0 || tracked.length > 0 || shown.length > 0 || isBroughtNow(wished, context)
  const status =
    found.record !== null || hasNews
      ? await writeStatus({ file, postmortem, issues: result, problems: shown, found }, context)
      : []
  return {
    path,
    postmortem: reading.kind === 'read' ? postmortem : null,
    tracking: result.tracking,
    problems,
    issues: result.operations,
    status,
  }
}

/** Stands for a file that cannot be read. */
export const NO_POSTMORTEM: Postmortem = {
  title: null,
  incidentDate: null,
  severity: null,
  items: [],
  rejected: [],
}

/**
 * Whether the file came by the pull request that the job is about. Where GitHub does not know that yet, a file of one
 * commit did.
 */
const isBroughtNow = ({ read }: WishedFile, context: SyncContext): boolean => {
  if (read.kind === 'absent' || context.pullRequest === null) return false
  const { broughtBy, broughtIn, commit } = read.history
  return isBroughtByJob(read.history, context) || (broughtBy === null && broughtIn === commit)
}

/** The list of postmortems that a folder's README often is needs no word that it holds no tasks. */
const isEmptyIndex = (path: string, wishes: WishedItem[], reading: Reading): boolean =>
  reading.kind === 'read' && wishes.length === 0 && isIndex(path)
