import { pino } from 'pino'
import { createOctokitClass } from '../../github/octokit.ts'
import { startLocalGitHub, type LocalGitHub } from '../../local-github/server.ts'
import { createStory, type Story } from '../../local-github/story.ts'
import { createExtractor } from '../../sandbox/extractor.ts'
import { startServer } from '../../server/start.ts'

/** A GitHub and the app on this machine, connected as they are in the world. */
export interface Stage {
  github: LocalGitHub
  story: Story
  /** Waits until the app has nothing left to do. */
  settled: () => Promise<void>
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
 * @param now the story's clock: a postmortem of last year has its deadlines last year
 */
export const openStage = async (people: string[], now: () => Date): Promise<Stage> => {
  const writes: string[] = []
  const github = await startLocalGitHub({ users: ['maya', ...people], now })
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
    clock: { now },
    // GitHub asks for a second between writes; this one does not mind.
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
  })
  github.connect(app.webhookUrl)
  return {
    github,
    story: createStory(github),
    settled: async () => {
      await github.settled()
      await app.idle()
      // What the app wrote causes webhooks in turn.
      await github.settled()
      await app.idle()
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
