import { Octokit } from '@octokit/rest'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import type { Deployment } from '../deployments/deployment.ts'
import { openServer } from '../deployments/server.ts'
import { OTHER_REPOSITORY } from '../model/stage.ts'
import { disturb } from './disturb.ts'
import { openRepository, type SoakedRepository } from './repository.ts'

export interface Soak {
  repositories: number
  seed: number
  /** Asked before each round. */
  isOver: (rounds: number) => boolean
  /** Hears how far it is, after each round, with what the server wrote since the last one. */
  onRound?: (totals: SoakTotals, written: string) => void
  /** Options of Node and environment variables for the server's process. */
  execArgv?: string[]
  env?: Record<string, string>
}

export interface SoakTotals {
  rounds: number
  /** What people did. */
  acts: number
  /** Requests of the server to GitHub. */
  requests: number
  faults: number
  redeliveries: number
  /** How often a repository was compared with what people should see in it. */
  comparisons: number
  /** One text for each repository that was found otherwise; people do nothing more in it. */
  disagreements: string[]
  /** Jobs that the server gave up, as it logged them. */
  lost: string[]
}

/** The app never has to wait until GitHub knows the pull request of a commit: they are all a few minutes old. */
const BEHIND_MS = 5 * 60_000

/** The weekly job runs after so many rounds. */
const ROUNDS_OF_A_WEEK = 5

/**
 * Lets people work in many repositories at once against the server in a process of its own, with requests that fail and
 * webhooks that come again. After each round, when the server has handled everything, all is compared with the model.
 */
export const playSoak = async (soak: Soak): Promise<SoakTotals> => {
  const names = Array.from({ length: soak.repositories }, (_, index) => `service-${index + 1}`)
  const github = await startLocalGitHub({
    repo: OTHER_REPOSITORY,
    repositories: names.map((name) => ({ name })),
    now: () => new Date(Date.now() - BEHIND_MS),
  })
  const app = await openServer(github, soak.env, soak.execArgv)
  github.connect(app.webhookUrl())
  const auth = await github.tokenFor(github.botLogin)
  const client = new Octokit({ auth, baseUrl: github.apiUrl, log: SILENT })
  const totals: SoakTotals = {
    rounds: 0,
    acts: 0,
    requests: 0,
    faults: 0,
    redeliveries: 0,
    comparisons: 0,
    disagreements: [],
    lost: [],
  }
  let read = 0
  let repositories = names.map((name) => openRepository(github, client, name))
  try {
    while (!soak.isOver(totals.rounds)) {
      await playRound(github, app, repositories, soak.seed + totals.rounds, totals)
      repositories = await compareAll(repositories, totals)
      totals.rounds++
      const written = app.log().slice(read)
      read += written.length
      totals.lost.push(...written.split('\n').filter((line) => line.includes(GIVEN_UP)))
      soak.onRound?.(totals, written)
    }
    return totals
  } finally {
    await app.close()
    await github.close()
  }
}

const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

const GIVEN_UP = 'The job failed for good'

const playRound = async (
  github: LocalGitHub,
  app: Deployment,
  repositories: SoakedRepository[],
  random: number,
  totals: SoakTotals,
): Promise<void> => {
  github.clearRequests()
  const { faults, redeliveries } = disturb(github, random)
  if (totals.rounds % ROUNDS_OF_A_WEEK === ROUNDS_OF_A_WEEK - 1) await app.rollUp()
  await Promise.all(repositories.map(({ act }, index) => act(random * repositories.length + index)))
  await everythingIsHandled(github, app)
  github.clearFaults()
  totals.acts += repositories.length
  totals.requests += github.requests().length
  totals.faults += faults
  totals.redeliveries += redeliveries
}

/** A job may write, and what it writes may make GitHub send a webhook again. */
const everythingIsHandled = async (github: LocalGitHub, app: Deployment): Promise<void> => {
  let requests = -1
  while (requests !== github.requests().length) {
    requests = github.requests().length
    await github.settled()
    await app.drained()
  }
}

/** @returns those that are as they should be */
const compareAll = async (
  repositories: SoakedRepository[],
  totals: SoakTotals,
): Promise<SoakedRepository[]> => {
  const agreeing: SoakedRepository[] = []
  for (const repository of repositories) {
    totals.comparisons++
    try {
      await repository.compare()
      agreeing.push(repository)
    } catch (error) {
      const { name, acts } = repository
      totals.disagreements.push(`${name}: ${String(error)}\n  after ${acts.slice(-8).join('\n  and ')}`)
    }
  }
  return agreeing
}
