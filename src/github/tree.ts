import { PermanentError } from '../jobs/errors.ts'
import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/**
 * The paths of all Markdown files on the default branch, in their order.
 *
 * @throws PermanentError where the repository has more files than GitHub lists at once (100,000)
 */
export const listMarkdownPaths = async (client: Client, repository: RepositoryName): Promise<string[]> => {
  const { data } = await client.rest.git.getTree({ ...repository, tree_sha: 'HEAD', recursive: '1' })
  if (data.truncated)
    throw new PermanentError(
      'The repository has more files than GitHub lists at once, so that some may be missing.',
    )
  return data.tree.flatMap(({ type, path }) =>
    type === 'blob' && /\.(md|markdown)$/i.test(path) ? [path] : [],
  )
}
