import { createHash } from 'node:crypto'
import { connect } from '../../src/cli/backfill/connect.ts'
import { backfill, type Backfilled } from '../../src/jobs/backfill.ts'
import type { Deps } from '../../src/jobs/deps.ts'
import { withoutWriting } from '../../src/jobs/dry-run.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { postmortem } from './postmortems.ts'

/** The process was killed: whatever was under way ends here. Octokit sends nothing again after an error of this name. */
export class Killed extends Error {
  override name = 'AbortError'
}

/** When a process is killed: before or after GitHub carries out one of its writes, counted from 1. */
export interface Kill {
  write: number
  moment: 'before' | 'after'
}

/** A GitHub with its documented limits, on which hours pass in no time, and processes that backfill it. */
export interface BackfillStage {
  github: LocalGitHub
  story: Story
  /** Merges so many postmortems of two items each, twenty in a pull request. */
  mergePostmortems: (count: number) => Promise<void>
  /** Runs the command's work as a process of its own. */
  run: (how?: {
    login?: string
    apply?: boolean
    since?: string
    kill?: Kill
  }) => Promise<(Backfilled | null)[]>
  /** When each creation reached GitHub, in seconds from the start. */
  creations: number[]
  close: () => Promise<void>
}

const isWrite = (method: string, url: string): boolean => method !== 'GET' && !url.endsWith('/graphql')

export const openBackfillStage = async (): Promise<BackfillStage> => {
  const start = Date.parse('2026-05-04T09:00:00Z')
  let now = start
  const github = await startLocalGitHub({ now: () => new Date(now), limits: 'documented' })
  const story = createStory(github)
  const creations: number[] = []
  const wait = (milliseconds: number): Promise<void> => {
    now += milliseconds
    return Promise.resolve()
  }

  /** Once killed, no request of the process is sent or answered any more. */
  const mortalFetch = (kill: Kill | undefined): typeof fetch => {
    let writes = 0
    let isDead = false
    return async (input, init) => {
      const { method = 'GET' } = init ?? {}
      const url = input instanceof Request ? input.url : String(input)
      const strikes = !isDead && isWrite(method, url) && ++writes === kill?.write
      const isSent = !isDead && !(strikes && kill.moment === 'before')
      isDead ||= strikes
      if (!isSent) throw new Killed()
      if (method === 'POST' && isWrite(method, url)) creations.push((now - start) / 1000)
      const response = await fetch(input, init)
      if (strikes) throw new Killed()
      return response
    }
  }

  return {
    github,
    story,
    creations,
    mergePostmortems: async (count) => {
      for (let first = 1; first <= count; first += 20) {
        const numbers = Array.from({ length: Math.min(20, count - first + 1) }, (_, index) => first + index)
        const files = Object.fromEntries(
          numbers.map((number) => [
            `postmortems/${String(number).padStart(3, '0')}.md`,
            postmortem(...itemsOf(number)),
          ]),
        )
        const { number } = await story.openPullRequest({ files, title: `Postmortems from ${first}` })
        await story.merge(number)
      }
      now += 3_600_000
    },
    run: async ({ login = github.botLogin, apply = true, since, kill } = {}) => {
      // Starting a process takes a while.
      now += 5_000
      const repository = { owner: github.owner, repo: github.repo }
      const { github: port, branch } = await connect(repository, {
        token: await github.tokenFor(login),
        apiUrl: github.apiUrl,
        time: { now: () => now, wait },
        fetch: mortalFetch(kill),
      })
      const deps: Deps = {
        github: port,
        extractor: {
          extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)),
        },
        clock: { now: () => new Date(now) },
        enqueue: () => undefined,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      }
      const done: (Backfilled | null)[] = []
      await backfill(
        {
          repository,
          postmortems: branch.postmortems,
          since: since ?? null,
          onDone: (backfilled) => done.push(backfilled),
          wait: (seconds) => wait(seconds * 1000),
        },
        apply ? deps : withoutWriting(deps),
      )
      return done
    },
    close: () => github.close(),
  }
}

/** The items of a postmortem: no two postmortems say the same. */
export const itemsOf = (number: number): [string, string] => {
  const words = createHash('sha256').update(String(number)).digest('hex').match(/.{6}/g) ?? []
  return [`Alert on ${words.slice(0, 4).join(' ')}`, `Rehearse ${words.slice(4, 8).join(' ')}`]
}

const ignore = (): void => undefined
