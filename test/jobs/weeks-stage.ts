import type { Look } from '../../src/jobs/job.ts'
import type { LocalGitHubOptions } from '../../src/local-github/options.ts'
import { createStory } from '../../src/local-github/story.ts'
import type { Operation } from '../../src/plan/types.ts'
import { IMPATIENT, openTimedStage, type Stage } from '../stage.ts'

/** A stage on which weeks pass: GitHub and the app have one clock. */
export interface WeeksStage extends Stage {
  /** Lets the app handle everything that happened, and the jobs that come of it. */
  settle: () => Promise<Operation[]>
  /** The weekly job of the repository, and the jobs that come of it. */
  rollUp: () => Promise<Operation[]>
  /** One job of the repository, or of another one. */
  look: (look: Look, repo?: string) => Promise<Operation[]>
  /** What the app's comments on an issue or pull request show, without hidden records. */
  shown: (number: number, repo?: string) => Promise<string[]>
}

export const openWeeksStage = async (
  start: string,
  options: LocalGitHubOptions = {},
): Promise<WeeksStage> => {
  const stage = await openTimedStage(start, options, IMPATIENT)
  const { github } = stage
  const look = (where: Look, repo = github.repo): Promise<Operation[]> =>
    stage.run({
      installationId: github.installationId,
      repository: { owner: github.owner, repo },
      look: where,
      delivery: 'schedule',
    })
  return {
    ...stage,
    settle: async () => [...(await stage.play()), ...(await stage.followUp())],
    look,
    rollUp: async () => [...(await look({ kind: 'rollup' })), ...(await stage.followUp())],
    shown: async (number, repo = github.repo) =>
      (await createStory(github, 'maya', repo).listComments(number))
        .filter(({ user }) => user.login === github.botLogin)
        .map(({ body }) => visible(body)),
  }
}

/** A body without the app's hidden records, and with addresses that are the same in every run. */
export const visible = (body: string): string =>
  body
    .replace(/<!-- \/?followthrough.*?-->\n?/g, '')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://github.com')
    .replace(/\/blob\/[\da-f]{40}\//g, '/blob/4f2a9c1/')
    .trim()
