import { Octokit } from '@octokit/rest'
import { Probot } from 'probot'
import type { Client } from '../src/github/client.ts'
import { createFetch } from '../src/github/fetch.ts'
import { createGitHub } from '../src/github/index.ts'
import { createOctokitClass } from '../src/github/octokit.ts'
import type { Deps } from '../src/jobs/deps.ts'
import { keyOf, type Job } from '../src/jobs/job.ts'
import { route, ROUTED_EVENTS, type RoutedEvent } from '../src/jobs/route.ts'
import { runJob } from '../src/jobs/run.ts'
import type { RecordedRequest } from '../src/local-github/recorder.ts'
import { startLocalGitHub, type LocalGitHub, type LocalGitHubOptions } from '../src/local-github/server.ts'
import { createStory, type Story } from '../src/local-github/story.ts'
import type { Operation } from '../src/plan/types.ts'
import { extractPostmortem } from '../src/postmortem/extract.ts'
import { hear } from './output/heard.ts'

/** The app at work on the local GitHub, one delivery at a time and without a server in between. */
export interface Stage {
  github: LocalGitHub
  story: Story
  patience: Patience
  /** Lets the app handle every delivery that came since the last call; returns the writes it made. */
  play: () => Promise<Operation[]>
  /** Handles all deliveries since the last call in this order of theirs, some perhaps twice. */
  playInOrder: (order: (jobs: Job[]) => Job[]) => Promise<Operation[]>
  /** The jobs that the deliveries since the last call ask for. */
  takeJobs: () => Promise<Job[]>
  run: (job: Job) => Promise<Operation[]>
  /** The jobs that jobs asked for since the last call, equal ones once. */
  takeFollowUps: () => Job[]
  /** Runs the jobs that jobs asked for, and those that these ask for; returns the writes they made. */
  followUp: () => Promise<Operation[]>
  /** The app's requests since the last call, as `METHOD path`; token requests left out. */
  requests: () => string[]
  /** From now on, reading a postmortem fails as no postmortem should make it. */
  breakExtractor: () => void
  /** What was logged, as JSON lines. */
  logged: string[]
  /** Moves the app's clock. */
  at: (time: string) => void
  /** What time it is for the app. */
  now: () => Date
  close: () => Promise<void>
}

/** How patient the app is with GitHub, in milliseconds. */
export interface Patience {
  /** When a request without an answer is given up. */
  timeoutMs: number
  /** What counts as a second where a retry or a limit is waited out. */
  waitMs: number
  /** Neither retries nor waits: every failure reaches the job at once, and a run takes a fifth of the time. */
  isImpatient?: boolean
}

/** For stories that are not about repeating a request. */
export const IMPATIENT: Patience = { timeoutMs: 20_000, waitMs: 1, isImpatient: true }

/** As Probot listens: the application hears of no others. */
const ROUTED: ReadonlySet<string> = new Set(ROUTED_EVENTS)

/** As the server makes it. */
const probotClient = async (github: LocalGitHub, { timeoutMs, waitMs }: Patience): Promise<Client> => {
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    secret: github.webhookSecret,
    baseUrl: github.apiUrl,
    request: { fetch: createFetch(timeoutMs) },
    Octokit: createOctokitClass({ writeIntervalMs: 0 }).defaults((octokitOptions: object) => ({
      ...octokitOptions,
      auth: {
        ...('auth' in octokitOptions ? (octokitOptions.auth as object) : {}),
        cache: createTokenCache(),
      },
      retry: { retryAfterBaseValue: waitMs },
      throttle: {
        ...('throttle' in octokitOptions ? (octokitOptions.throttle as object) : {}),
        retryAfterBaseValue: waitMs,
      },
    })),
    logLevel: 'fatal',
  })
  return probot.auth(github.installationId)
}

const LONG_AGO = '2026-01-01T00:00:00Z'

/** Octokit waits where a token of less than five seconds is refused. Here no token is that young. */
const createTokenCache = () => {
  const tokens = new Map<string, string>()
  return {
    get: (key: string): string | undefined => tokens.get(key),
    set: (key: string, entry: string): void => {
      const [token = '', , ...rest] = entry.split('|')
      tokens.set(key, [token, LONG_AGO, ...rest].join('|'))
    },
  }
}

const plainClient = async (github: LocalGitHub, { timeoutMs }: Patience): Promise<Client> =>
  new Octokit({
    auth: await github.tokenFor(github.botLogin),
    baseUrl: github.apiUrl,
    request: { fetch: createFetch(timeoutMs) },
    log: SILENT,
  })

const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

export const openStage = async (
  options: LocalGitHubOptions = {},
  patience: Patience = { timeoutMs: 20_000, waitMs: 10 },
): Promise<Stage> => {
  const github = await startLocalGitHub(options)
  const client = await (patience.isImpatient === true ? plainClient : probotClient)(github, patience)
  const logged: string[] = []
  const write =
    (level: string) =>
    (fields: object, message: string): void => {
      const line = JSON.stringify({ level, message, ...fields })
      logged.push(line)
      hear(line)
    }
  // Half an hour ahead, so that no commit is too fresh to know its pull request.
  let now = (): Date => new Date(Date.now() + 30 * 60 * 1000)
  let extractorIsBroken = false
  const deps: Deps = {
    github: createGitHub(client, { botLogin: github.botLogin }),
    extractor: {
      extract: (markdown, extractOptions) =>
        extractorIsBroken
          ? Promise.reject(new TypeError('Cannot read properties of undefined'))
          : Promise.resolve(extractPostmortem(markdown, extractOptions)),
    },
    clock: { now: () => now() },
    enqueue: (repository, look) => {
      followUps.push({ installationId: github.installationId, repository, look, delivery: 'follow-up' })
    },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  }
  let played = 0
  let followUps: Job[] = []
  const run = (job: Job): Promise<Operation[]> => runJob(job, deps)

  const takeJobs = async (): Promise<Job[]> => {
    await github.settled()
    const jobs = github.deliveries.slice(played).flatMap(({ id, event, action, payload }) => {
      if (!ROUTED.has(action === null ? event : `${event}.${action}`)) return []
      const job = route({ id, name: event, payload } as unknown as RoutedEvent, { botLogin: github.botLogin })
      return job ? [job] : []
    })
    played = github.deliveries.length
    return jobs
  }

  const playInOrder = async (order: (jobs: Job[]) => Job[]): Promise<Operation[]> => {
    const operations: Operation[] = []
    const jobs = await takeJobs()
    for (const job of order(jobs)) operations.push(...(await run(job)))
    return operations
  }

  const takeFollowUps = (): Job[] => {
    const jobs = [...new Map(followUps.map((job) => [keyOf(job), job])).values()]
    followUps = []
    return jobs
  }

  const followUp = async (): Promise<Operation[]> => {
    const operations: Operation[] = []
    for (let jobs = takeFollowUps(); jobs.length > 0; jobs = takeFollowUps()) {
      for (const job of jobs) operations.push(...(await run(job)))
    }
    return operations
  }

  return {
    github,
    story: createStory(github),
    patience,
    takeJobs,
    run,
    takeFollowUps,
    followUp,
    playInOrder,
    play: () => playInOrder((jobs) => jobs),
    requests: () => {
      const requests = github
        .requests()
        .filter(({ path }: RecordedRequest) => !path.endsWith('/access_tokens'))
      github.clearRequests()
      return requests.map(({ method, path }) => `${method} ${path}`)
    },
    breakExtractor: () => {
      extractorIsBroken = true
    },
    logged,
    at: (time) => {
      now = () => new Date(time)
    },
    now: () => now(),
    close: () => github.close(),
  }
}

/** A stage on which the app and its GitHub have one clock, which `at` moves. */
export const openTimedStage = async (
  start: string,
  options: LocalGitHubOptions = {},
  patience?: Patience,
): Promise<Stage> => {
  let time = start
  const stage = await openStage({ ...options, now: () => new Date(time) }, patience)
  stage.at(start)
  return {
    ...stage,
    at: (now) => {
      time = now
      stage.at(now)
    },
  }
}

/** Merges files by a pull request and returns its number. */
export const mergeFiles = async (
  story: Story,
  files: Record<string, string | Uint8Array | null>,
): Promise<number> => {
  const { number } = await story.openPullRequest({ files, title: 'Postmortem' })
  await story.merge(number)
  return number
}
