import { mergeFiles, type Stage } from '../stage.ts'
import type { ChaosStory } from './chaos.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const OTHER_PATH = 'docs/postmortems/checkout.md'

const postmortem = (...items: string[]): string =>
  ['# Checkout outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')

const ITEMS = [
  'Add an alert on the payment error rate (@jonas)',
  'Write a runbook for the payment failover (P1)',
  'Raise the connection quota of the search cluster',
  'Delete the unused feature flag of the old basket',
]

const TEN = [
  ...ITEMS,
  'Pin the version of the payment client',
  'Back up the order archive to a second region',
  'Cap the retries of the gateway client (@nobody-here)',
  'Measure how long a cold start of checkout takes',
  'Move the session store off the shared cache',
  'Document who may switch the maintenance page on',
]

const merge =
  (files: Record<string, string | null>) =>
  async ({ story }: Stage): Promise<void> => {
    await mergeFiles(story, files)
  }

const nothing = (): Promise<void> => Promise.resolve()

const mergedFour = async (stage: Stage): Promise<void> => {
  await merge({ [PATH]: postmortem(...ITEMS) })(stage)
  await stage.play()
}

export const stories: ChaosStory[] = [
  {
    name: 'the first merge, of ten items',
    before: nothing,
    event: merge({ [PATH]: postmortem(...TEN) }),
  },
  {
    name: 'an edit that rewords, adds, ticks off and removes',
    before: mergedFour,
    event: merge({
      [PATH]: postmortem(
        'Add a paging alert on the payment error rate (@maya)',
        'Pin the version of the payment client',
        'Raise the connection quota of the search cluster (done)',
        'Delete the unused feature flag of the old basket (P2)',
      ),
    }),
  },
  {
    name: 'a rename',
    before: mergedFour,
    event: merge({ [PATH]: null, [OTHER_PATH]: postmortem(...ITEMS) }),
  },
  { name: 'a deletion', before: mergedFour, event: merge({ [PATH]: null }) },
  {
    name: 'an issue closed',
    before: mergedFour,
    event: async ({ story }: Stage): Promise<void> => {
      await story.closeIssue(2)
    },
  },
  {
    name: 'an issue adopted',
    before: async ({ story }: Stage): Promise<void> => {
      await story.openIssue({ title: 'Alert on payment errors' }, 'maya')
    },
    event: merge({ [PATH]: postmortem('Add an alert on the payment error rate #1', ...ITEMS.slice(1)) }),
  },
  {
    name: 'a push without a pull request',
    before: nothing,
    event: async ({ story }: Stage): Promise<void> => {
      await story.commitFile(PATH, postmortem(...ITEMS))
    },
  },
]
