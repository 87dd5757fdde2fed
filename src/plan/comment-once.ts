import { formatMarker } from './marker.ts'
import type { Operation, PostmortemFile, RepositoryName } from './types.ts'

/**
 * A comment that must be written only once, however often the sync is repeated.
 *
 * @param target the issue; in the postmortem's own repository unless it names another
 * @param key what the comment is about; the same key is never written twice on one issue
 */
export const commentOnce = (
  { name: { owner, repo }, path }: PostmortemFile,
  target: { repository?: RepositoryName; number: number },
  key: string,
  text: string,
  reason: string,
): Operation => ({
  kind: 'comment-once',
  ...target,
  key,
  body: `${formatMarker({ kind: 'once', key, owner, repo, path })}\n${text}`,
  reason,
})
