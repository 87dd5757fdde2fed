import type { RepositoryName } from '../jobs/ports.ts'
import {
  CHECK_NAME,
  type Annotation,
  type CheckRun,
  type CheckToWrite,
  type Conclusion,
} from '../plan/check.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'

/** GitHub takes no more in one request. Source: https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const ANNOTATIONS_PER_REQUEST = 50

/**
 * The app's check run on a commit; null where it made none. Runs of that name by other apps are passed over.
 *
 * @param botLogin the app's login, `slug[bot]`
 */
export const readOwnCheck = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  headSha: string,
): Promise<CheckRun | null> => {
  const runs = await client.paginate(client.rest.checks.listForRef, {
    ...repository,
    ref: headSha,
    check_name: CHECK_NAME,
    per_page: 100,
  })
  const own = runs.find(({ app }) => `${app?.slug ?? ''}[bot]`.toLowerCase() === botLogin.toLowerCase())
  if (own === undefined) return null
  const annotations =
    own.output.annotations_count === 0 ? [] : await readAnnotations(client, repository, own.id)
  return {
    id: own.id,
    note: own.external_id ?? '',
    conclusion: own.status === 'completed' ? (own.conclusion as Conclusion | null) : null,
    annotations,
  }
}

const readAnnotations = async (
  client: Client,
  repository: RepositoryName,
  id: number,
): Promise<Annotation[]> => {
  const annotations = await client.paginate(client.rest.checks.listAnnotations, {
    ...repository,
    check_run_id: id,
    per_page: 100,
  })
  return annotations.map(({ path, start_line, end_line, annotation_level, title, message }) => ({
    path,
    line: start_line,
    endLine: end_line,
    level: annotation_level as Annotation['level'],
    title: title ?? '',
    message: message ?? '',
  }))
}

/**
 * Writes a check run in as many requests as its annotations need. The conclusion and the note come with the last
 * of them, so that a run which broke off in between is known for unfinished and is taken up again.
 */
export const writeCheck = async (
  client: Client,
  repository: RepositoryName,
  { id: existing, headSha, note, check }: CheckToWrite,
): Promise<void> => {
  const { title, summary, conclusion, annotations } = check
  const pages = inBatches(annotations, ANNOTATIONS_PER_REQUEST)
  let id = existing
  for (const [index, page] of (pages.length > 0 ? pages : [[]]).entries()) {
    const isLast = index >= pages.length - 1
    const state = isLast
      ? { status: 'completed' as const, conclusion, external_id: note }
      : { status: 'in_progress' as const, external_id: '' }
    const output = { title, summary, annotations: page.map(toRestAnnotation) }
    if (id === null) {
      const { data } = await client.rest.checks.create({
        ...repository,
        name: CHECK_NAME,
        head_sha: headSha,
        ...state,
        output,
        request: { retries: 0 },
      })
      id = data.id
    } else {
      // Not sent again blindly: GitHub would add the annotations a second time.
      await client.rest.checks.update({
        ...repository,
        check_run_id: id,
        ...state,
        output,
        request: { retries: 0 },
      })
    }
  }
}

interface RestAnnotation {
  path: string
  start_line: number
  end_line: number
  annotation_level: Annotation['level']
  title: string
  message: string
}

const toRestAnnotation = ({ path, line, endLine, level, title, message }: Annotation): RestAnnotation => ({
  path,
  start_line: line,
  end_line: endLine,
  annotation_level: level,
  title,
  message,
})
