import * as z from 'zod'
import { PermanentError } from '../jobs/errors.ts'
import type { Job, Look } from '../jobs/job.ts'

const number = z.number().int().positive()

const followed = z.object({ kind: z.literal('followed'), path: z.string() })
const filedHere = z.object({ kind: z.literal('filed-here'), repository: number, path: z.string() })

/** One schema for each kind of look; a kind that is missing here does not compile. */
const looks = {
  paths: z.object({ kind: z.literal('paths'), paths: z.array(z.string()) }),
  'pull-request': z.object({ kind: z.literal('pull-request'), number }),
  configuration: z.object({ kind: z.literal('configuration'), paths: z.array(z.string()) }),
  preview: z.object({ kind: z.literal('preview'), number, wasAskedFor: z.boolean() }),
  'preview-commit': z.object({ kind: z.literal('preview-commit'), sha: z.string() }),
  followed,
  'filed-here': filedHere,
  'linked-issue': z.object({
    kind: z.literal('linked-issue'),
    number,
    own: z.union([followed, filedHere]).nullable(),
  }),
  rollup: z.object({ kind: z.literal('rollup') }),
  dashboard: z.object({ kind: z.literal('dashboard') }),
  command: z.object({
    kind: z.literal('command'),
    comment: number,
    number,
    isPullRequest: z.boolean(),
  }),
} satisfies { [Kind in Look['kind']]: z.ZodType<Extract<Look, { kind: Kind }>> }

const job = z.object({
  installationId: number,
  repository: z.object({ owner: z.string().min(1), repo: z.string().min(1) }),
  look: z.union(Object.values(looks)),
  delivery: z.string(),
})

/**
 * Reads a job from the body of a queue message.
 *
 * @throws PermanentError where it is none; no further attempt can change that
 */
export const parseJob = (body: string): Job => {
  const result = job.safeParse(jsonOf(body))
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path }) => path.join('.') || 'the body')
  throw new PermanentError(`The message holds no job: ${wrong.join(', ')} is not as expected.`)
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
