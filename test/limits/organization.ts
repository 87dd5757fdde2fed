import { Octokit } from '@octokit/rest'
import PQueue from 'p-queue'
import { createFetch } from '../../src/github/fetch.ts'
import { createGitHub } from '../../src/github/index.ts'
import type { Pace } from '../../src/github/pace.ts'
import { paceWrites } from '../../src/github/pacing.ts'
import type { Job } from '../../src/jobs/job.ts'
import type { GitHub } from '../../src/jobs/ports.ts'
import { route, ROUTED_EVENTS, type RoutedEvent } from '../../src/jobs/route.ts'
import { runJob } from '../../src/jobs/run.ts'
import type { Limits } from '../../src/local-github/rate-limits.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { createInProcessQueue, type Queue } from '../../src/queue/in-process.ts'
import { mergeFiles } from '../stage.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

export interface RushHour {
  postmortems: number
  repositories: number
  itemsEach: number
  limits: Limits | 'documented'
  pace: Pace
  /**
   * Processes that work off one queue, a job at a time each, and remember nothing after their lifetime, as functions on
   * Lambda do; null for one server that runs the jobs of all repositories side by side.
   */
  workers: { count: number; lifetimeMs: number } | null
}

export interface Outcome {
  /** How many postmortems have one issue for each item and one status comment. */
  filed: number
  /** Issues and comments that nobody asked for. */
  superfluous: number
  requests: number
  /** Requests that GitHub refused for a limit. */
  refused: number
  /** Of these, those that were refused again when they were sent once more. */
  refusedTwice: number
  /** The most issues and comments within any minute, and within any hour. */
  creationsInAMinute: number
  creationsInAnHour: number
  /** From the first merge to the last write. */
  hours: number
  /** Jobs that were given up. */
  lost: number
}

const START = Date.parse('2026-03-02T09:00:00Z')
const HOUR = 3_600_000
const MINUTE = 60_000

/** A merged postmortem. */
interface Merged {
  repo: string
  pullRequest: number
  /** A name that no other one has. */
  name: string
}

/** Many postmortems are merged within an hour, in many repositories of one installation, under GitHub's limits. */
export const playRushHour = async (rush: RushHour): Promise<Outcome> => {
  const time = createVirtualTime(START)
  const names = Array.from({ length: rush.repositories }, (_, index) => `service-${index + 1}`)
  const github = await startLocalGitHub({
    repo: names[0] ?? 'service-1',
    repositories: names.slice(1).map((name) => ({ name })),
    limits: rush.limits,
    now: () => new Date(time.now()),
  })
  const sent: Sent[] = []
  let lost = 0
  const queue = await openApp(github, time, rush, sent, () => lost++)
  const deliver = deliveries(github, queue)
  const merge = async (index: number): Promise<Merged> => {
    await time.wait((index * HOUR) / rush.postmortems)
    const merged = await time.during(
      mergeOne(github, names[index % names.length] ?? '', index, rush.itemsEach),
    )
    deliver()
    return merged
  }
  const merges = Array.from({ length: rush.postmortems }, (_, index) => merge(index))
  await time.runOut()
  await queue.idle()

  const result = {
    ...(await countFiled(github, await Promise.all(merges), rush.itemsEach)),
    ...summaryOf(sent),
    lost,
  }
  await github.close()
  return result
}

const summaryOf = (sent: Sent[]): Omit<Outcome, 'filed' | 'superfluous' | 'lost'> => {
  const creations = sent.filter((one) => isCreation(one) && !isRefused(one)).map(({ at }) => at)
  const end = Math.max(...sent.map(({ at }) => at))
  return {
    requests: sent.length,
    refused: sent.filter(isRefused).length,
    refusedTwice: refusedTwice(sent),
    creationsInAMinute: mostWithin(creations, MINUTE),
    creationsInAnHour: mostWithin(creations, HOUR),
    hours: Math.round((10 * (end - START)) / HOUR) / 10,
  }
}

/** What GitHub counts as creating content for certain. */
const isCreation = ({ call }: Sent): boolean =>
  /^POST \/repos\/[^/]+\/[^/]+\/issues(\/\d+\/comments)?$/.test(call)

const isRefused = ({ status }: Sent): boolean => status === 403 || status === 429

/** One repository's requests follow one another, so that the next like one is the same, sent again. */
const refusedTwice = (sent: Sent[]): number =>
  [...Map.groupBy(sent, ({ call }) => call).values()]
    .map(
      (same) =>
        same.filter((one, index) => isRefused(one) && index > 0 && isRefused(same[index - 1] ?? one)).length,
    )
    .reduce((sum, count) => sum + count, 0)

/** @param times in order */
const mostWithin = (times: number[], span: number): number => {
  let most = 0
  let first = 0
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - span) first++
    most = Math.max(most, index - first + 1)
  }
  return most
}

/** One request of the app. */
interface Sent {
  at: number
  /** Method, path, and for GraphQL the repository. */
  call: string
  /** Null while there is no answer. */
  status: number | null
}

/** The queue of an app whose clock is the simulated one. */
const openApp = async (
  github: LocalGitHub,
  time: VirtualTime,
  { pace, workers }: RushHour,
  sent: Sent[],
  onLost: () => void,
): Promise<Queue> => {
  const send = createFetch()
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const entry: Sent = { at: time.now(), call: callOf(input, init), status: null }
    sent.push(entry)
    const response = await time.during(send(input, init))
    entry.status = response.status
    return response
  }
  const auth = await github.tokenFor(github.botLogin)
  const connect = (): GitHub => {
    const Paced = Octokit.plugin(paceWrites(pace, time) as never)
    const client = new Paced({ auth, baseUrl: github.apiUrl, request: { fetch }, log: SILENT })
    return createGitHub(client, { botLogin: github.botLogin })
  }
  const work = workers === null ? byServer(connect()) : byWorkers(connect, time, workers)
  const queue = createInProcessQueue({
    run: (job) =>
      work(async (gitHub) => {
        await runJob(job, {
          github: gitHub,
          extractor: {
            extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)),
          },
          clock: { now: () => new Date(time.now()) },
          log: SILENT,
          enqueue: (repository, look) => {
            queue.enqueue({ ...job, repository, look })
          },
        })
      }),
    log: { ...SILENT, error: onLost },
    retry: { delaysSeconds: [5, 30, 120, 600], wait: (seconds) => time.wait(seconds * 1000) },
  })
  return queue
}

/** Runs a job as soon as there is somebody to run it. */
type Work = (job: (github: GitHub) => Promise<void>) => Promise<void>

const byServer =
  (github: GitHub): Work =>
  (job) =>
    job(github)

const byWorkers = (
  connect: () => GitHub,
  time: VirtualTime,
  { count, lifetimeMs }: NonNullable<RushHour['workers']>,
): Work => {
  const start = () => ({ github: connect(), until: time.now() + lifetimeMs })
  const idle = Array.from({ length: count }, start)
  const jobs = new PQueue({ concurrency: count })
  return (job) =>
    jobs.add(async () => {
      const known = idle.shift() ?? start()
      const worker = known.until > time.now() ? known : start()
      try {
        await job(worker.github)
      } finally {
        idle.push(worker)
      }
    })
}

const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

const callOf = (input: string | URL | Request, init: RequestInit = {}): string => {
  const path = new URL(input instanceof Request ? input.url : input).pathname
  const repository = path === '/graphql' ? (/"repo":"([^"]+)"/.exec(init.body as string)?.[1] ?? '') : ''
  return `${init.method ?? 'GET'} ${path}${repository}`
}

/** Hands each delivery to the queue once. */
const deliveries = (github: LocalGitHub, queue: Queue): (() => void) => {
  let seen = 0
  return () => {
    for (const { id, event, action, payload } of github.deliveries.slice(seen)) {
      seen++
      if (!ROUTED.has(action === null ? event : `${event}.${action}`)) continue
      const job: Job | null = route({ id, name: event, payload } as unknown as RoutedEvent, {
        botLogin: github.botLogin,
      })
      if (job) queue.enqueue(job)
    }
  }
}

const ROUTED: ReadonlySet<string> = new Set(ROUTED_EVENTS)

/** Digits would make the tasks of all postmortems look alike. */
const WORDS = 'amber birch cedar delta ember flint grove heron ivory jade kelp lotus'.split(' ')
const wordFor = (number: number): string =>
  [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12].map((at) => WORDS[at]).join('-')

const mergeOne = async (github: LocalGitHub, repo: string, index: number, items: number): Promise<Merged> => {
  const name = wordFor(index)
  const tasks = Array.from(
    { length: items },
    (_, item) => `- Replace the ${WORDS[item] ?? ''} fuse of ${name}`,
  )
  const pullRequest = await mergeFiles(createStory(github, 'maya', repo), {
    [`postmortems/${name}.md`]: ['# Outage', '', '## Action items', '', ...tasks, ''].join('\n'),
  })
  return { repo, pullRequest, name }
}

const countFiled = async (
  github: LocalGitHub,
  merged: Merged[],
  itemsEach: number,
): Promise<Pick<Outcome, 'filed' | 'superfluous'>> => {
  let filed = 0
  let superfluous = 0
  for (const [repo, postmortems] of Map.groupBy(merged, (one) => one.repo)) {
    const story = createStory(github, 'maya', repo)
    const issues = await story.listIssues()
    for (const { pullRequest, name } of postmortems) {
      const opened = issues.filter(({ title }) => title.endsWith(`fuse of ${name}`)).length
      const comments = (await story.listComments(pullRequest)).length
      if (opened >= itemsEach && comments >= 1) filed++
      superfluous += Math.max(0, opened - itemsEach) + Math.max(0, comments - 1)
    }
  }
  return { filed, superfluous }
}
