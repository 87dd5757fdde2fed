import type { Stage } from '../stage.ts'
import type { ChaosStory } from './chaos.ts'
import { delivered, handled, ITEMS, merge, mergedFour, nothing, PATH, postmortem, push } from './steps.ts'

const OTHER_PATH = 'docs/postmortems/checkout.md'

const TEN = [
  ...ITEMS,
  'Pin the version of the payment client',
  'Back up the order archive to a second region',
  'Cap the retries of the gateway client (@nobody-here)',
  'Measure how long a cold start of checkout takes',
  'Move the session store off the shared cache',
  'Document who may switch the maintenance page on',
]

/** A postmortem comes, changes and goes. */
export const syncStories: ChaosStory[] = [
  {
    name: 'the first merge, of ten items',
    before: nothing,
    event: delivered(merge({ [PATH]: postmortem(...TEN) })),
  },
  {
    name: 'an edit that rewords, adds, ticks off and removes',
    before: mergedFour,
    event: delivered(
      merge({
        [PATH]: postmortem(
          'Add a paging alert on the payment error rate (@maya)',
          'Pin the version of the payment client',
          'Raise the connection quota of the search cluster (done)',
          'Delete the unused feature flag of the old basket (P2)',
        ),
      }),
    ),
  },
  {
    name: 'a rename',
    before: mergedFour,
    event: delivered(merge({ [PATH]: null, [OTHER_PATH]: postmortem(...ITEMS) })),
  },
  {
    name: 'a rename after all issues were deleted',
    before: async (stage: Stage): Promise<void> => {
      await mergedFour(stage)
      await handled(async ({ story }) => {
        for (const number of [2, 3, 4, 5]) await story.deleteIssue(number)
      })(stage)
    },
    event: delivered(merge({ [PATH]: null, [OTHER_PATH]: postmortem(...ITEMS) })),
  },
  { name: 'a deletion', before: mergedFour, event: delivered(merge({ [PATH]: null })) },
  {
    name: 'a postmortem split in two',
    before: mergedFour,
    event: delivered(
      merge({ [PATH]: postmortem(...ITEMS.slice(0, 2)), [OTHER_PATH]: postmortem(...ITEMS.slice(2)) }),
    ),
  },
  {
    name: 'two postmortems that become one',
    before: handled(
      merge({ [PATH]: postmortem(...ITEMS.slice(0, 2)), [OTHER_PATH]: postmortem(...ITEMS.slice(2)) }),
    ),
    event: delivered(merge({ [PATH]: postmortem(...ITEMS), [OTHER_PATH]: null })),
  },
  {
    name: 'an issue closed',
    before: mergedFour,
    event: delivered(({ story }) => story.closeIssue(2)),
  },
  {
    name: 'an issue adopted',
    before: async ({ story }: Stage): Promise<void> => {
      await story.openIssue({ title: 'Alert on payment errors' }, 'maya')
    },
    event: delivered(
      merge({ [PATH]: postmortem('Add an alert on the payment error rate #1', ...ITEMS.slice(1)) }),
    ),
  },
  {
    name: 'a push without a pull request',
    before: nothing,
    event: delivered(push({ [PATH]: postmortem(...ITEMS) })),
  },
  {
    name: 'a rename without a pull request',
    before: handled(push({ [PATH]: postmortem(...ITEMS) })),
    event: delivered(push({ [PATH]: null, [OTHER_PATH]: postmortem(...ITEMS) })),
  },
  {
    name: 'a postmortem without a pull request split in two',
    before: handled(push({ [PATH]: postmortem(...ITEMS) })),
    event: delivered(
      push({ [PATH]: postmortem(...ITEMS.slice(0, 2)), [OTHER_PATH]: postmortem(...ITEMS.slice(2)) }),
    ),
  },
  {
    name: 'two postmortems without a pull request that become one',
    before: handled(
      push({ [PATH]: postmortem(...ITEMS.slice(0, 2)), [OTHER_PATH]: postmortem(...ITEMS.slice(2)) }),
    ),
    event: delivered(push({ [PATH]: postmortem(...ITEMS), [OTHER_PATH]: null })),
  },
  {
    name: 'a configuration mended',
    before: handled(async (stage) => {
      await push({ '.github/followthrough.yml': 'rollup: sometimes\n' })(stage)
      await merge({ [PATH]: postmortem(...ITEMS) })(stage)
    }),
    event: delivered(push({ '.github/followthrough.yml': 'rollup:\n  enabled: true\n' })),
  },
]
