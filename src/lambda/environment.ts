import * as z from 'zod'

const seconds = z.coerce.number().positive()

const variables = {
  /** Where the secrets are: `/followthrough/prod` holds `app-id`, `private-key` and `webhook-secret`. */
  SECRETS_PATH: z.string().startsWith('/'),
  QUEUE_URL: z.url(),
  DEAD_LETTER_QUEUE_URL: z.url(),
  /** The app's name in its address on GitHub, `github.com/apps/SLUG`. */
  APP_SLUG: z.string().regex(/^[a-z\d][a-z\d-]*$/),
  GITHUB_API_URL: z.url({ protocol: /^https?$/ }),
  /** Tells deployments in one account apart, in the metrics. */
  SERVICE: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
  TIME_ZONE: z.string().min(1),
  WRITE_INTERVAL_MS: z.coerce.number().nonnegative(),
  /** The wait after the first failure; it doubles with each further one. */
  RETRY_SECONDS: seconds,
  /** A job that is not done so long after its first attempt goes to the dead-letter queue. */
  GIVE_UP_SECONDS: seconds,
  /** A job is begun only while so much time is left. */
  JOB_SECONDS: seconds,
  /** How far back `redeliver` looks. */
  REDELIVER_HOURS: z.coerce.number().positive(),
}

type Variables = typeof variables

/**
 * Reads the environment variables that a function needs, which `serverless.yml` sets.
 *
 * @param names only these are read, so that no function asks for what it has no use for
 * @throws Error with all problems at once; it holds no values
 */
export const readVariables = <Name extends keyof Variables>(
  env: Record<string, string | undefined>,
  names: readonly Name[],
): { [Key in Name]: z.infer<Variables[Key]> } => {
  const schema = z.object(Object.fromEntries(names.map((name) => [name, variables[name]])))
  const result = schema.safeParse(env)
  if (result.success) return result.data as { [Key in Name]: z.infer<Variables[Key]> }
  const problems = result.error.issues.map(({ path, message }) => `- ${path.join('.')}: ${message}`)
  throw new Error(['The environment is not complete:', ...problems].join('\n'))
}
