import type { ItemMarker } from './marker.ts'
import { deadlineAsWritten } from './record.ts'
import type { Issue, PostmortemFile, TrackedIssue, WishedItem } from './types.ts'

/**
 * Gives an issue whose record a person damaged or removed a new one, from what the status remembers.
 * The next plan writes it into the issue and leaves the rest of the body as it is.
 *
 * @param key the item's key in the status
 */
export const restoredIssue = (
  issue: Issue,
  key: string,
  file: PostmortemFile,
  wishes: WishedItem[],
): TrackedIssue => {
  const wish = wishes.find((candidate) => candidate.key === key)
  const marker: ItemMarker = {
    kind: 'item',
    repository: file.repository,
    path: file.path,
    pullRequest: file.pullRequest,
    item: key,
    fingerprint: wish?.fingerprint ?? key,
    text: wish?.item.text ?? issue.title,
    position: wish?.position ?? 0,
    source: { commit: file.commit, line: wish?.item.line ?? 1, endLine: wish?.item.endLine ?? 1 },
    // The title that the app wrote is forgotten: what stands there now is taken for a person's.
    title: '',
    assignees: wish?.assignees ?? [],
    priorityLabel: wish?.priorityLabel ?? null,
    due: wish?.due ?? null,
    dueText: wish ? deadlineAsWritten(wish) : null,
    dueBy: 'document',
    done: wish?.item.done ?? false,
    gone: 'no',
    duplicateOf: null,
  }
  return { ...issue, marker }
}
