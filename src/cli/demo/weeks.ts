import type { Issue } from '../../local-github/views.ts'
import { addDays } from '../../plan/weeks.ts'
import { bodyOf, type Narrator } from './print.ts'
import type { Stage } from './stage.ts'

const WEEKS = 3

/**
 * Plays the weeks after a merge: a note on every Monday, and in between a person who gets more time and another who
 * finishes something.
 *
 * @param pullRequest number of the one that brought the postmortem
 */
export const tellWeeks = async (pullRequest: number, stage: Stage, narrator: Narrator): Promise<void> => {
  for (let week = 1; week <= WEEKS; week++) {
    if ((await openItems(stage)).length === 0) break
    stage.clock.passToMonday()
    const before = (await stage.story.listComments(pullRequest)).length
    stage.done()
    await stage.rollUp()
    const { requests } = stage.done()
    narrator.chapter(`Monday morning, week ${week} of ${WEEKS}`)
    const hidden = week > 1 ? ', and the one of the week before is hidden' : ''
    narrator.say(`A note on the pull request${hidden} (${requests} requests):\n`)
    const comments = await stage.story.listComments(pullRequest)
    for (const comment of comments.slice(before)) narrator.markdown(bodyOf(comment))
    if (week < WEEKS) await workOn(stage, narrator)
  }
  await showDashboard(stage, narrator)
}

const openItems = async ({ story }: Stage): Promise<Issue[]> =>
  (await story.listIssues()).filter(
    ({ state, labels }) => state === 'open' && labels.some(({ name }) => name === 'action-item'),
  )

/** Who is late asks for time; who is not gets something done. */
const workOn = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const { story, clock, settled } = stage
  clock.passDays(2)
  const items = await openItems(stage)
  const late = items.find(({ labels }) => labels.some(({ name }) => name === 'overdue'))
  if (late) {
    const command = `/due ${addDays(clock.now().toISOString().slice(0, 10), 30)}`
    narrator.say(`\nOn Wednesday somebody comments on #${late.number}: ${command}`)
    await story.comment(late.number, command)
    await settled()
  }
  // The oldest is left to be late some day.
  const finished = items.findLast((item) => item !== late)
  if (finished) {
    narrator.say(`${late ? '' : '\n'}On Wednesday somebody closes #${finished.number}.`)
    await story.closeIssue(finished.number)
    await settled()
  }
}

const showDashboard = async ({ story, github }: Stage, narrator: Narrator): Promise<void> => {
  const dashboard = (await story.listIssues()).find(({ title }) => title === 'Postmortem action items')
  if (!dashboard) return
  narrator.chapter(`The dashboard, issue #${dashboard.number}`)
  narrator.say(
    `One issue for the whole repository: ${github.url}/${github.owner}/${github.repo}/issues/${dashboard.number}\n`,
  )
  narrator.markdown(bodyOf(dashboard))
}
