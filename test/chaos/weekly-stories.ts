import type { Stage } from '../stage.ts'
import type { ChaosStory, Task } from './chaos.ts'
import { asked, handled, ITEMS, merge, PATH, postmortem, push } from './steps.ts'

const PUSHED_PATH = 'postmortems/2026-03-01-search.md'

/** One postmortem with a pull request and one without. */
const mergedTwo = handled(async (stage) => {
  await merge({ [PATH]: postmortem(...ITEMS) })(stage)
  await push({
    [PUSHED_PATH]:
      '# Search outage\n\n## Action items\n\n- Move the index to faster disks (due 2026-03-12)\n',
  })(stage)
})

const weekly = (stage: Stage, time: string): Task => {
  stage.at(time)
  return asked(stage, { kind: 'rollup' })
}

/** The weekly job. On the second Monday two items are overdue, and the comments of the first week are outdated. */
export const weeklyStories: ChaosStory[] = [
  {
    name: 'the first weekly comments',
    before: mergedTwo,
    event: (stage) => Promise.resolve([weekly(stage, '2026-03-09T09:00:00Z')]),
  },
  {
    name: 'weekly comments with overdue items and former comments',
    before: async (stage: Stage): Promise<void> => {
      await mergedTwo(stage)
      await weekly(stage, '2026-03-09T09:00:00Z')()
      await handled(({ story }) => story.closeIssue(3), '2026-03-11T12:00:00Z')(stage)
    },
    event: (stage) => Promise.resolve([weekly(stage, '2026-03-16T09:00:00Z')]),
  },
]
