import { pino } from 'pino'
import { createOctokitClass } from '../../github/octokit.ts'
import { startLocalGitHub, type LocalGitHub } from '../../local-github/server.ts'
import { createStory, type Story } from '../../local-github/story.ts'
import { createExtractor } from '../../sandbox/extractor.ts'
import { startServer } from '../../server/start.ts'
import type { StoryClock } from './clock.ts'

/** A GitHub and the app on this machine, connected as they are in the world. */
export interface Stage {
  github: LocalGitHub
  story: Story
  /** Waits until the app has nothing left to do. */
  settled: () => Promise<void>
  /** Runs the weekly job, as the schedule does on Mondays. */
  rollUp: () => Promise<void>
  clock: StoryClock
  /** What the app did since the last call: each write in words, and how many requests it made. */
  done: () => { writes: string[]; requests: number }
  close: () => Promise<void>
}

/** An operation as the app logs it. */
interface LoggedOperation {
  operation?: string
  number?: number
  msg: string
}

/**
 * @param people logins that can be assigned
 * @param clock the story's: a postmortem of last year has its deadlines last year
 */
export const openStage = async (people: string[], clock: StoryClock): Promise<Stage> => {
  const writes: string[] = []
  const github = await startLocalGitHub({ users: ['maya', ...people], now: clock.now })
  const extractor = createExtractor()
  const log = pino(
    { level: 'info' },
    {
      write: (line: string) => {
        const entry = JSON.parse(line) as LoggedOperation
        if (entry.operation !== undefined) writes.push(inWords(entry))
      },
    },
  )
  const app = await startServer({
    appId: github.appId,
    privateKey: github.privateKey,
    webhookSecret: github.webhookSecret,
    apiUrl: github.apiUrl,
    host: '127.0.0.1',
    port: 0,
    extractor,
    log,
    clock,
    // GitHub asks for a second between writes; this one does not mind.
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
  })
  github.connect(app.webhookUrl)
  const settled = async (): Promise<void> => {
    await github.settled()
    await app.idle()
    // What the app wrote causes webhooks in turn.
    await github.settled()
    await app.idle()
  }
  return {
    github,
    story: createStory(github),
    clock,
    settled,
    rollUp: async () => {
      await app.rollUp()
      await settled()
    },
    done: () => {
      const requests = github.requests().length
      github.clearRequests()
      return { writes: writes.splice(0), requests }
    },
    close: async () => {
      await app.close()
      await extractor.close()
      await github.close()
    },
  }
}

const inWords = ({ operation = '', number, msg }: LoggedOperation): string =>
  `${operation.replaceAll('-', ' ')}${number === undefined ? '' : ` #${number}`}: ${msg}`
