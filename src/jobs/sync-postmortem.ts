import { basename } from 'node:path/posix'
import type { Config } from '../config/schema.ts'
import { matchItems } from '../plan/match.ts'
import { planStatus } from '../plan/status-comment.ts'
import { statusView } from '../plan/status-view.ts'
import type { Operation, PostmortemFile, WishedItem } from '../plan/types.ts'
import { wishedItems } from '../plan/wish.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { priorityLabel } from '../render/labels.ts'
import { permissionProblem, unreadableProblem } from '../render/notices.ts'
import { renderStatus } from '../render/status.ts'
import { singleLine, truncate } from '../render/clean.ts'
import { fileUrl } from '../render/urls.ts'
import { apply } from './apply.ts'
import { readPostmortem, type Reading } from './read-postmortem.ts'
import { findStatusPlace, type FoundPlace } from './status-place.ts'
import { syncIssues, type IssueSync } from './sync-issues.ts'
import type { SyncContext } from './sync.ts'
import { today } from './today.ts'

/**
 * Makes the issues and the status of one postmortem agree with its file on the default branch.
 *
 * @returns the writes that it took
 */
export const syncPostmortem = async (path: string, context: SyncContext): Promise<Operation[]> => {
  const { snapshot, config, world, deps } = context
  const read = snapshot.files.get(path) ?? { kind: 'absent' }
  const reading = await readPostmortem(read, deps.extractor)
  const mergedOn = read.kind === 'absent' ? today(deps.clock) : read.history.committedAt.slice(0, 10)
  const wishes = reading.kind === 'read' ? wishesOf(reading.postmortem, mergedOn, config) : []
  const knownAs = (await pathBeforeRename(path, wishes, context)) ?? path
  const tracked = world.itemsOf(snapshot.id, knownAs)
  if (reading.kind === 'deleted' && tracked.length === 0) return []

  const found = await findStatusPlace([...new Set([path, knownAs])], context)
  if (isEmptyIndex(path, wishes, reading) && found.record === null) return []
  const file: PostmortemFile = {
    repository: snapshot.id,
    name: snapshot.name,
    path,
    pullRequest: found.place.kind === 'comment' ? found.place.pullRequest : null,
    commit: read.kind === 'absent' ? (tracked[0]?.marker.source.commit ?? '') : read.history.commit,
  }
  const postmortem = reading.kind === 'read' ? reading.postmortem : NO_POSTMORTEM
  const known = { filed: found.record?.filed ?? {}, adopted: found.record?.adopted ?? [] }
  const problems = [...context.problems, ...(reading.kind === 'unreadable' ? [reading.problem] : [])]
  const result: IssueSync =
    problems.length > 0
      ? { tracking: new Map(), others: tracked, record: known, operations: [], denied: null }
      : await syncIssues({ file, knownAs, postmortem, wishes, record: known }, context)
  if (reading.kind === 'deleted') problems.push(unreadableProblem({ kind: 'deleted' }))
  if (result.denied) problems.push(permissionProblem(result.denied.permission))
  const status = await writeStatus({ file, postmortem, result, problems, found }, context)
  return [...result.operations, ...status]
}

/** The items of a postmortem as they should stand on GitHub. */
export const wishesOf = (postmortem: Postmortem, mergedOn: string, config: Config): WishedItem[] =>
  wishedItems(postmortem, {
    config,
    mergedOn,
    priorityLabel: (priority) => priorityLabel(priority, config.labels.priorityPrefix),
  })

/** Stands for a file that cannot be read. */
export const NO_POSTMORTEM: Postmortem = {
  title: null,
  incidentDate: null,
  severity: null,
  items: [],
  rejected: [],
}

/** The list of postmortems that a folder's README often is needs no word that it holds no tasks. */
const isEmptyIndex = (path: string, wishes: WishedItem[], reading: Reading): boolean =>
  reading.kind === 'read' && wishes.length === 0 && /^(readme|index)\./i.test(basename(path))

/**
 * A file that has no issues may be one that had another path: then most issues of that path match
 * its items, and the path is gone. The content decides, since an event that tells of a rename can
 * be lost.
 */
const pathBeforeRename = async (
  path: string,
  wishes: WishedItem[],
  { snapshot, world, deps }: SyncContext,
): Promise<string | null> => {
  if (wishes.length === 0 || world.itemsOf(snapshot.id, path).length > 0) return null
  const others = Map.groupBy(
    world.items().filter(({ marker }) => marker.repository === snapshot.id),
    ({ marker }) => marker.path,
  )
  for (const [candidate, issues] of others) {
    if (matchItems(wishes, issues).pairs.size * 2 < issues.length) continue
    const file =
      snapshot.files.get(candidate) ??
      (await deps.github.snapshot(snapshot.name, [candidate])).files.get(candidate)
    if (file?.kind === 'absent') return candidate
  }
  return null
}

interface StatusInput {
  file: PostmortemFile
  postmortem: Postmortem
  result: IssueSync
  problems: string[]
  found: FoundPlace
}

const writeStatus = async (
  { file, postmortem, result, problems, found }: StatusInput,
  context: SyncContext,
): Promise<Operation[]> => {
  const { snapshot, config, world, deps, home } = context
  const title = truncate(singleLine(postmortem.title ?? basename(file.path)), 200)
  const view = statusView({
    title,
    path: file.path,
    fileUrl: fileUrl(snapshot.url, file.commit, file.path),
    home,
    tracking: result.tracking,
    others: result.others,
    today: today(deps.clock),
    problems,
  })
  const operations = planStatus({
    place: found.place,
    record: {
      repository: file.repository,
      path: file.path,
      ...result.record,
      finished: view.progress.open === 0 && problems.length === 0,
    },
    text: renderStatus(view),
    title: `Action items: ${title}`,
    labels: [config.labels.postmortem],
  })
  await apply(operations, found.place.kind === 'comment' ? snapshot.name : home, deps, (issue) => {
    world.put(issue)
  })
  return operations
}
