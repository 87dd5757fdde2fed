import type { ChaosStory } from './chaos.ts'
import { delivered, ITEMS, mergedFour, nothing, PATH, postmortem } from './steps.ts'

/** What people ask of the app, and see before they merge. */
export const peopleStories: ChaosStory[] = [
  {
    name: 'a due date by command',
    before: mergedFour,
    event: delivered(({ story }) => story.comment(2, '/due 2026-12-01')),
  },
  {
    name: 'a question for the status',
    before: mergedFour,
    event: delivered(({ story }) => story.comment(1, '/followthrough status')),
  },
  {
    name: 'the check of a pull request',
    before: nothing,
    event: delivered(({ story }) =>
      story.openPullRequest({ files: { [PATH]: postmortem(...ITEMS) }, title: 'Postmortem' }),
    ),
  },
  {
    name: 'a dashboard that somebody emptied',
    before: mergedFour,
    event: delivered(async ({ story }) => {
      const issues = await story.listIssues()
      const dashboard = issues.find(({ title }) => title === 'Postmortem action items')
      await story.rewrite(dashboard?.number ?? 0, '')
    }),
  },
]
