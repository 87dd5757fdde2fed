import { basename } from 'node:path'
import { extractPostmortem } from '../../postmortem/extract.ts'
import type { Comment, Issue } from '../../local-github/views.ts'
import type { Story } from '../../local-github/story.ts'
import { editPostmortem } from './edit.ts'
import { bodyOf, type Narrator } from './print.ts'
import type { Stage } from './stage.ts'
import { tellWeeks } from './weeks.ts'

/** How everything stands at the end of the story. */
export interface Ending {
  issues: Issue[]
  /** The app's comments on the postmortem's pull request: the status, and the weekly notes. */
  comments: Comment[]
  pullRequestUrl: string
}

/**
 * Plays the story of one postmortem: review, merge, an issue closed, a delivery repeated, an edit, and the weeks after.
 *
 * @param file its name and text
 */
export const tellStory = async (
  { name, text }: { name: string; text: string },
  stage: Stage,
  narrator: Narrator,
): Promise<Ending> => {
  const { github, story, settled, done } = stage
  const path = `postmortems/${basename(name)}`

  narrator.chapter('A postmortem is merged')
  const pull = await story.openPullRequest({
    files: { [path]: text },
    title: `Postmortem: ${basename(name)}`,
  })
  const pullRequestUrl = `${github.url}/${github.owner}/${github.repo}/pull/${pull.number}`
  narrator.say(`Pull request #${pull.number} adds ${path}. ${pullRequestUrl}`)
  done()
  await story.merge(pull.number)
  await settled()
  const merged = done()
  const issues = await actionItems(story)
  narrator.say(
    `It is merged. The app made ${merged.requests} requests and opened ${counted(issues.length)}:\n`,
  )
  narrator.issues(issues)

  const [first] = issues
  if (first) {
    narrator.chapter(`Issue #${first.number}, as its owner sees it`)
    narrator.markdown(bodyOf(first))
  }

  narrator.chapter(`The status, on pull request #${pull.number}`)
  const status = async (): Promise<string> => (await story.listComments(pull.number)).map(bodyOf).join('\n')
  let shown = await status()
  narrator.markdown(shown)

  const showChange = async (): Promise<void> => {
    const before = shown
    shown = await status()
    narrator.difference(before, shown)
  }

  const last = issues.at(-1)
  if (last) {
    narrator.chapter(`Somebody closes #${last.number}`)
    await story.closeIssue(last.number)
    await settled()
    done()
    narrator.say('The status comment follows:\n')
    await showChange()
  }

  narrator.chapter('GitHub delivers the merge a second time')
  const delivery = github.deliveries.find(
    ({ event, action }) => event === 'pull_request' && action === 'closed',
  )
  if (delivery) await github.redeliver(delivery)
  await settled()
  const again = done()
  narrator.say(`${again.requests} requests to look, ${again.writes.length} writes: nothing is done twice.`)

  const edit = editPostmortem(text)
  if (edit.changes.length > 0) {
    narrator.chapter('A week later, the author edits the postmortem')
    for (const change of edit.changes) narrator.say(`  • ${change}`)
    const second = await story.openPullRequest({
      files: { [path]: edit.markdown },
      title: 'Revise the postmortem',
    })
    done()
    await story.merge(second.number)
    await settled()
    narrator.say('\nMerging it takes these writes and no others:\n')
    for (const write of done().writes) narrator.say(`  ${write}`)
    narrator.say('\nThe status comment on the first pull request:\n')
    await showChange()
  }

  await tellWeeks(pull.number, stage, narrator)

  return { issues: await actionItems(story), comments: await story.listComments(pull.number), pullRequestUrl }
}

/** The dashboard is an issue as well, but of no item. */
const actionItems = async (story: Story): Promise<Issue[]> =>
  (await story.listIssues()).filter(({ labels }) => labels.some(({ name }) => name === 'action-item'))

const counted = (issues: number): string => (issues === 1 ? '1 issue' : `${issues} issues`)

/** The logins that a postmortem assigns, so that the local GitHub knows them. */
export const peopleOf = (text: string): string[] => {
  const handles = extractPostmortem(text, {}).items.flatMap(({ owners }) =>
    owners.flatMap((owner) => /^@([a-z\d][a-z\d-]*)$/i.exec(owner)?.[1] ?? []),
  )
  return [...new Set(handles)]
}

/** The story begins the day after the incident, where its day is stated. */
export const dayOfStory = (text: string): Date | null => {
  const { incidentDate } = extractPostmortem(text, {})
  return incidentDate === null
    ? null
    : new Date(Date.parse(`${incidentDate}T09:00:00Z`) + 24 * 60 * 60 * 1000)
}
