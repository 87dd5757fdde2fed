import { connect } from '../../src/cli/backfill/connect.ts'
import { createFetch } from '../../src/github/fetch.ts'
import { NO_HURRY_NEEDED } from '../../src/github/pace.ts'
import type { RestClientSettings } from '../../src/github/rest.ts'
import { backfill } from '../../src/jobs/backfill.ts'
import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import type { Stage } from '../stage.ts'
import type { ChaosStory, Task } from './chaos.ts'
import { ITEMS, merge, nothing, PATH, postmortem, push } from './steps.ts'

const ignore = (): void => undefined

/** One run of the command. Whatever stops it, the person starts it again. */
const command =
  ({ github, patience }: Stage, credentials: RestClientSettings['token']): Task =>
  async () => {
    const repository = { owner: github.owner, repo: github.repo }
    try {
      const { github: port, branch } = await connect(repository, {
        token: credentials,
        apiUrl: github.apiUrl,
        pace: NO_HURRY_NEEDED,
        secondMs: patience.waitMs,
        fetch: createFetch(patience.timeoutMs),
      })
      await backfill(
        {
          repository,
          postmortems: branch.postmortems,
          since: null,
          onDone: ignore,
          wait: () => Promise.resolve(),
        },
        {
          github: port,
          extractor: { extract: (text, options) => Promise.resolve(extractPostmortem(text, options)) },
          clock: { now: () => new Date('2026-03-02T10:30:00Z') },
          enqueue: ignore,
          log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        },
      )
    } catch (error) {
      if (error instanceof PermanentError) throw new RetryableError('Started again.', { cause: error })
      throw error
    }
  }

/** Postmortems from before the app came: two of one pull request, and one that was pushed. */
const mergeThree = async (stage: Stage): Promise<void> => {
  await merge({
    [PATH]: postmortem(...ITEMS.slice(0, 2)),
    'postmortems/2026-02-03-search.md': postmortem(
      'Move the index to faster disks',
      'Shard the index by shop',
    ),
  })(stage)
  await push({ 'postmortems/2026-01-20-mail.md': postmortem('Queue mails while the relay is down') })(stage)
  stage.at('2026-03-02T10:30:00Z')
}

export const backfillStories: ChaosStory[] = [
  {
    name: 'a backfill with the key of the app',
    before: nothing,
    event: async (stage: Stage): Promise<Task[]> => {
      await mergeThree(stage)
      const { appId, privateKey } = stage.github
      return [command(stage, { appId, privateKey })]
    },
  },
  {
    name: 'a backfill with a token of the installation',
    before: nothing,
    event: async (stage: Stage): Promise<Task[]> => {
      await mergeThree(stage)
      return [command(stage, await stage.github.tokenFor(stage.github.botLogin))]
    },
  },
]
