import fc from 'fast-check'
import type { Client } from '../../src/github/client.ts'
import { createGitHub } from '../../src/github/index.ts'
import type { Job } from '../../src/jobs/job.ts'
import { runJob } from '../../src/jobs/run.ts'
import type { LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { settle } from '../model/app.ts'
import { people } from '../model/people.ts'
import { emptyModel } from '../model/run.ts'
import type { Real } from '../model/stage.ts'
import type { Stage } from '../stage.ts'
import { talk } from './talk.ts'

/** A repository in which people work, and what they should see in it. */
export interface SoakedRepository {
  name: string
  /** Lets people do something, which the number decides. */
  act: (random: number) => Promise<void>
  /** What people did so far, in words. */
  acts: string[]
  /**
   * Compares it with the model, when the app has handled everything.
   *
   * @throws where they disagree
   */
  compare: () => Promise<void>
}

const WITHOUT_DISTURBANCE = { order: [], again: [], crash: null }
const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** @param client acts as the app, to see whether it has left anything to do */
export const openRepository = (github: LocalGitHub, client: Client, name: string): SoakedRepository => {
  const real = realOf({ ...github, repo: name }, client)
  const model = emptyModel()
  const commands = fc.oneof({ weight: 4, arbitrary: fc.oneof(...people) }, { weight: 1, arbitrary: talk })
  const acts: string[] = []
  return {
    name,
    acts,
    act: async (random) => {
      for (const command of fc.sample(commands, { seed: random, numRuns: MANY })) {
        if (!command.check(model)) continue
        acts.push(command.toString())
        await command.run(model, real)
        return
      }
    },
    compare: () => settle(model, real, WITHOUT_DISTURBANCE),
  }
}

/** Most commands apply only in some states; of so many, one does. */
const MANY = 50

/** What the model test knows of the app, where that is a server elsewhere which has handled everything. */
const realOf = (github: LocalGitHub, client: Client): Real => {
  const story = createStory(github, 'maya', github.repo)
  const now = (): Date => new Date()
  const stage = {
    github,
    now,
    story,
    takeJobs: () => Promise.resolve([]),
    followUp: () => Promise.resolve([]),
    run: (job: Job) =>
      runJob(job, {
        github: createGitHub(client, { botLogin: github.botLogin }),
        extractor: { extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)) },
        clock: { now },
        log: SILENT,
        enqueue: nothing,
      }),
  }
  return {
    stage: stage as unknown as Stage,
    pass: nothing,
    history: [],
    known: new Set(),
    appIssues: async () => (await story.listIssues()).filter(({ user }) => user.login === github.botLogin),
  }
}
