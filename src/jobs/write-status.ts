import { basename } from 'node:path/posix'
import { planStatus } from '../plan/status-comment.ts'
import { statusView } from '../plan/status-view.ts'
import type { Operation, PostmortemFile } from '../plan/types.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { singleLine, truncate } from '../render/clean.ts'
import { renderStatus } from '../render/status.ts'
import { issueTitle } from '../render/text.ts'
import { fileUrl } from '../render/urls.ts'
import { apply } from './apply.ts'
import { PermanentError, PermissionError } from './errors.ts'
import type { FoundPlace } from './status-place.ts'
import type { IssueSync } from './sync-issues.ts'
import type { SyncContext } from './sync.ts'
import { today } from './today.ts'

export interface StatusInput {
  file: PostmortemFile
  postmortem: Postmortem
  /** What follows the items up. */
  issues: Pick<IssueSync, 'tracking' | 'others' | 'record'>
  /** What a person has to mend, one sentence of Markdown each. */
  problems: string[]
  found: FoundPlace
}

/**
 * Makes the status of one postmortem true. Where GitHub takes no status, as on a pull request that people locked, a line
 * in the log says so: the issues are right all the same, and the other postmortems have theirs.
 *
 * @returns the writes that it took
 * @throws PermissionError where the app may not write any status; RetryableError where GitHub failed
 */
export const writeStatus = async (input: StatusInput, context: SyncContext): Promise<Operation[]> => {
  const { file, found } = input
  const { snapshot, world, deps, home } = context
  const operations = planned(input, context)
  try {
    await apply(operations, found.place.kind === 'comment' ? snapshot.name : home, deps, (issue) => {
      world.put(issue)
    })
    return operations
  } catch (error) {
    if (!(error instanceof PermanentError) || error instanceof PermissionError) throw error
    deps.log.warn({ path: file.path }, `No status can be shown: ${error.message}`)
    return []
  }
}

const planned = (
  { file, postmortem, issues, problems, found }: StatusInput,
  { snapshot, config, deps, home }: SyncContext,
): Operation[] => {
  const title = truncate(singleLine(postmortem.title ?? basename(file.path)), 200)
  const view = statusView({
    title,
    path: file.path,
    fileUrl: fileUrl(snapshot.url, file.commit, file.path),
    home,
    shownIn: found.place.kind === 'comment' ? snapshot.name : home,
    tracking: issues.tracking,
    others: issues.others,
    today: today(deps.clock),
    problems,
  })
  return planStatus({
    place: found.place,
    record: {
      repository: file.repository,
      path: file.path,
      ...issues.record,
      finished: view.progress.open === 0 && problems.length === 0,
    },
    text: renderStatus(view),
    title: issueTitle(`Action items: ${title}`),
    labels: [config.labels.postmortem],
  })
}
