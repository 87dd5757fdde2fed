import { Probot } from 'probot'
import { createGitHub } from '../src/github/index.ts'
import { createOctokitClass } from '../src/github/octokit.ts'
import type { Deps } from '../src/jobs/deps.ts'
import type { Job } from '../src/jobs/job.ts'
import { route, type RoutedEvent } from '../src/jobs/route.ts'
import { runJob } from '../src/jobs/run.ts'
import type { RecordedRequest } from '../src/local-github/recorder.ts'
import { startLocalGitHub, type LocalGitHub, type LocalGitHubOptions } from '../src/local-github/server.ts'
import { createStory, type Story } from '../src/local-github/story.ts'
import type { Operation } from '../src/plan/types.ts'
import { extractPostmortem } from '../src/postmortem/extract.ts'

/** The app at work on the local GitHub, one delivery at a time and without a server in between. */
export interface Stage {
  github: LocalGitHub
  story: Story
  /** Lets the app handle every delivery that came since the last call; returns the writes it made. */
  play: () => Promise<Operation[]>
  /** Handles all deliveries since the last call in this order of theirs, some perhaps twice. */
  playInOrder: (order: (jobs: Job[]) => Job[]) => Promise<Operation[]>
  run: (job: Job) => Promise<Operation[]>
  /** The app's requests since the last call, as `METHOD path`; token requests left out. */
  requests: () => string[]
  /** What was logged, as JSON lines. */
  logged: string[]
  /** Moves the app's clock. */
  at: (time: string) => void
  close: () => Promise<void>
}

export const openStage = async (options: LocalGitHubOptions = {}): Promise<Stage> => {
  const github = await startLocalGitHub(options)
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    secret: github.webhookSecret,
    baseUrl: github.apiUrl,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    logLevel: 'fatal',
  })
  const logged: string[] = []
  const write =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push(JSON.stringify({ level, message, ...fields }))
    }
  // Half an hour ahead, so that no commit is too fresh to know its pull request.
  let now = (): Date => new Date(Date.now() + 30 * 60 * 1000)
  const deps: Deps = {
    github: createGitHub(await probot.auth(github.installationId), { botLogin: github.botLogin }),
    extractor: {
      extract: (markdown, extractOptions) => Promise.resolve(extractPostmortem(markdown, extractOptions)),
    },
    clock: { now: () => now() },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  }
  let played = 0
  const run = (job: Job): Promise<Operation[]> => runJob(job, deps)

  const playInOrder = async (order: (jobs: Job[]) => Job[]): Promise<Operation[]> => {
    const operations: Operation[] = []
    await github.settled()
    const jobs = github.deliveries.slice(played).flatMap(({ id, event, payload }) => {
      const job = route({ id, name: event, payload } as unknown as RoutedEvent, { botLogin: github.botLogin })
      return job ? [job] : []
    })
    played = github.deliveries.length
    for (const job of order(jobs)) operations.push(...(await run(job)))
    return operations
  }

  return {
    github,
    story: createStory(github),
    run,
    playInOrder,
    play: () => playInOrder((jobs) => jobs),
    requests: () => {
      const requests = github
        .requests()
        .filter(({ path }: RecordedRequest) => !path.endsWith('/access_tokens'))
      github.clearRequests()
      return requests.map(({ method, path }) => `${method} ${path}`)
    },
    logged,
    at: (time) => {
      now = () => new Date(time)
    },
    close: () => github.close(),
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
