import { conflictProblem } from '../render/notices.ts'
import type { Deps } from './deps.ts'
import type { FileContent, PullRequest } from './ports.ts'
import type { Branch } from './sync.ts'

/** What merging a pull request makes of its postmortems, as far as GitHub can tell. */
export interface MergeResult {
  /** The files after the merge. */
  merged: Map<string, FileContent>
  /** The files in the pull request, as its reviewers see them. */
  proposed: Map<string, FileContent>
  /** What a person has to mend, one sentence of Markdown each. */
  problems: string[]
}

/**
 * Reads the postmortems as they are after the merge. The pull request's own version may lack what the default branch
 * has got meanwhile, and items that were added there would seem to go. A file that is new is the same in both.
 */
export const readMergeResult = async (
  { snapshot, postmortems }: Branch,
  { number, headSha, baseBranch }: PullRequest,
  { github }: Pick<Deps, 'github'>,
): Promise<MergeResult> => {
  const proposed = await github.filesAt(snapshot.name, headSha, postmortems)
  const isEdit = postmortems.some((path) => (snapshot.files.get(path)?.kind ?? 'absent') !== 'absent')
  if (!isEdit) return { merged: proposed, proposed, problems: [] }
  const merge = await github.testMerge(snapshot.name, number)
  if (merge.kind === 'merged')
    return { merged: await github.filesAt(snapshot.name, merge.sha, postmortems), proposed, problems: [] }
  const problems = merge.kind === 'conflict' ? [conflictProblem(baseBranch)] : []
  return { merged: proposed, proposed, problems }
}

/** @returns the text of a file; empty where it has none */
export const textIn = (files: ReadonlyMap<string, FileContent>, path: string): string => {
  const file = files.get(path)
  return file?.kind === 'text' ? file.text : ''
}
