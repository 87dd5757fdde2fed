import { getPrivateKey } from '@probot/get-private-key'
import * as z from 'zod'
import { scheduleProblem } from './schedule.ts'

export interface Credentials {
  appId: number
  privateKey: string
  webhookSecret: string
}

export interface Environment {
  /** Null at the first start, before the app is registered. */
  credentials: Credentials | null
  /** Base address of GitHub's REST API. */
  apiUrl: string
  host: string
  /** 0 takes any free port. */
  port: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'
  logFormat: 'pretty' | 'json'
  /** When the weekly comments are written, in cron's words. */
  rollupSchedule: string
  /** Where days and weeks begin, and by whose clocks the schedule goes: an IANA name. */
  timeZone: string
}

/** Everything that is wrong with the environment, one line each. No line holds a value, since it may be a secret. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(['The environment is not complete:', ...problems.map((problem) => `- ${problem}`)].join('\n'))
    this.problems = problems
  }
}

const variables = z.object({
  APP_ID: z.coerce.number('must be a number').int().positive('must be the number of the app').optional(),
  WEBHOOK_SECRET: z.string().optional(),
  GHE_HOST: z.string().optional(),
  GHE_PROTOCOL: z.enum(['https', 'http'], 'must be https or http').default('https'),
  GITHUB_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number')
    .int()
    .min(0, 'must not be negative')
    .max(65535, 'must be at most 65535')
    .default(3000),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal'],
      'must be trace, debug, info, warn, error or fatal',
    )
    .default('info'),
  LOG_FORMAT: z.enum(['pretty', 'json'], 'must be pretty or json').optional(),
  NODE_ENV: z.string().optional(),
  ROLLUP_SCHEDULE: z.string().default('0 9 * * 1'),
  TIME_ZONE: z.string().default('UTC'),
})

type Variables = z.infer<typeof variables>

/**
 * Reads what the server needs from environment variables; an empty one counts as not set.
 *
 * @param env `process.env`, or a like object
 * @param directory where a relative `PRIVATE_KEY_PATH` starts, and where a single `*.pem` file serves without one
 * @throws EnvironmentError with all problems at once
 */
export const readEnvironment = (env: Record<string, string | undefined>, directory: string): Environment => {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = variables.safeParse(set)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
  const privateKey = readPrivateKey(set, directory, problems)
  if (parsed.success) problems.push(...scheduleProblems(parsed.data))
  // In production nobody waits at a setup page.
  const isExpected = set.APP_ID !== undefined || privateKey !== null || set.NODE_ENV === 'production'
  if (isExpected) problems.push(...missingCredentials(set, privateKey))
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems)

  const {
    APP_ID: appId,
    WEBHOOK_SECRET: webhookSecret,
    HOST,
    PORT,
    LOG_LEVEL,
    LOG_FORMAT,
    NODE_ENV,
    ROLLUP_SCHEDULE: rollupSchedule,
    TIME_ZONE: timeZone,
  } = parsed.data
  return {
    credentials:
      appId === undefined || privateKey === null || webhookSecret === undefined
        ? null
        : { appId, privateKey, webhookSecret },
    apiUrl: apiUrlOf(parsed.data),
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT ?? (NODE_ENV === 'production' ? 'json' : 'pretty'),
    rollupSchedule,
    timeZone,
  }
}

const readPrivateKey = (
  env: Record<string, string | undefined>,
  directory: string,
  problems: string[],
): string | null => {
  try {
    return getPrivateKey({ env, cwd: directory })
  } catch {
    // The library's message may quote what it could not read.
    problems.push('PRIVATE_KEY or PRIVATE_KEY_PATH must give the private key of the app, in PEM format.')
    return null
  }
}

const missingCredentials = (env: Record<string, string | undefined>, privateKey: string | null): string[] => [
  ...(env.APP_ID === undefined ? ['APP_ID is missing: the number of the app.'] : []),
  ...(privateKey === null && env.PRIVATE_KEY === undefined && env.PRIVATE_KEY_PATH === undefined
    ? ['PRIVATE_KEY or PRIVATE_KEY_PATH is missing: the private key of the app.']
    : []),
  ...(env.WEBHOOK_SECRET === undefined
    ? ['WEBHOOK_SECRET is empty: without it anyone could send webhooks. Set the one of the app on GitHub.']
    : []),
]

const scheduleProblems = ({ ROLLUP_SCHEDULE, TIME_ZONE }: Variables): string[] => {
  if (scheduleProblem('0 9 * * 1', TIME_ZONE) !== null)
    return ['TIME_ZONE must be an IANA time zone such as Europe/Oslo.']
  return scheduleProblem(ROLLUP_SCHEDULE, TIME_ZONE) === null
    ? []
    : ['ROLLUP_SCHEDULE must be a time in the words of cron: 0 9 * * 1 is Monday at nine.']
}

/** GITHUB_API_URL goes first; GHE_HOST and GHE_PROTOCOL mean what they mean to Probot. */
const apiUrlOf = ({ GITHUB_API_URL, GHE_HOST, GHE_PROTOCOL }: Variables): string =>
  GITHUB_API_URL ??
  (GHE_HOST === undefined ? 'https://api.github.com' : `${GHE_PROTOCOL}://${GHE_HOST}/api/v3`)
