/**
 * A local GitHub in a process of its own, so that its memory is not taken for the app's: repositories with twenty
 * postmortems each, of which each has a pull request with its status and the note of last week, and two open action
 * items, one of them overdue since, the other due soon.
 *
 * Says how to reach it when it is ready, and answers each message with the number of requests since the last one.
 */
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { defaultConfig } from '../../src/config/schema.ts'
import type { IssueTexts } from '../../src/plan/issue-plan.ts'
import { planIssues } from '../../src/plan/issues.ts'
import { formatMarker, type Marker } from '../../src/plan/marker.ts'
import { matchItems } from '../../src/plan/match.ts'
import type { Operation, PostmortemFile } from '../../src/plan/types.ts'
import { wishedItems } from '../../src/plan/wish.ts'
import { addDays, isoWeek } from '../../src/plan/weeks.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'

const POSTMORTEMS = 20
const today = new Date().toISOString().slice(0, 10)

const postmortem = (index: number): string =>
  [
    `# Outage ${index}`,
    '',
    '## Action items',
    '',
    `- Add an alert for outage ${index} (@jonas, due ${addDays(today, -3)})`,
    `- Write a runbook for outage ${index} (@maya, due ${addDays(today, 4)})`,
    '',
  ].join('\n')

const pathOf = (index: number): string => `postmortems/outage-${index}.md`
const numbers = Array.from({ length: POSTMORTEMS }, (_, index) => index)

const texts: IssueTexts = {
  title: ({ item }) => item.title,
  content: ({ item }) => item.text,
  goneBanner: '',
  goneComment: '',
  duplicateBanner: () => '',
}

const call = async <Answer>(
  github: LocalGitHub,
  login: string,
  what: string,
  body?: object,
): Promise<Answer> => {
  const response = await github.as(login, what, body)
  if (response.status >= 300) throw new Error(`${what}: ${response.status}`)
  return response.body as Answer
}

/** The issues that a sync opens for a postmortem. */
const creationsFor = (file: PostmortemFile, markdown: string): Operation[] => {
  const wishes = wishedItems(extractPostmortem(markdown), {
    config: defaultConfig,
    mergedOn: today,
    priorityLabel: () => null,
  })
  const match = matchItems(wishes, [], file.name)
  return planIssues({ file, match, missing: wishes, identities: [], removed: 'keep', texts })
}

/** Everything as syncs and last week left it, though written directly: syncing thousands of postmortems takes long. */
const fill = async (github: LocalGitHub, repo: string): Promise<void> => {
  const path = `/repos/${github.owner}/${repo}`
  const name = { owner: github.owner, repo }
  const files = Object.fromEntries(numbers.map((index) => [pathOf(index), postmortem(index)]))
  const commit = await createStory(github, 'maya', repo).push(files, 'Postmortems')
  const { id: repository } = await call<{ id: number }>(github, 'maya', `GET ${path}`)
  await createStory(github, 'maya', repo).push({ 'README.md': `# ${repo}` }, 'A later change')
  const { object } = await call<{ object: { sha: string } }>(github, 'maya', `GET ${path}/git/ref/heads/main`)
  for (const index of numbers) {
    const branch = `postmortem-${index}`
    await call(github, 'maya', `POST ${path}/git/refs`, { ref: `refs/heads/${branch}`, sha: object.sha })
    const pull = { title: `Postmortem ${index}`, head: branch, base: 'main', body: '' }
    const { number } = await call<{ number: number }>(github, 'maya', `POST ${path}/pulls`, pull)
    const file = { repository, name, path: pathOf(index), pullRequest: number, commit }
    const issues: number[] = []
    for (const operation of creationsFor(file, postmortem(index))) {
      if (operation.kind !== 'create-issue') continue
      const { title, body, labels, assignees } = operation
      const issue = { title, body, labels, assignees }
      const opened = await call<{ number: number }>(github, github.botLogin, `POST ${path}/issues`, issue)
      issues.push(opened.number)
    }
    const comment = (marker: Marker): Promise<unknown> =>
      call(github, github.botLogin, `POST ${path}/issues/${number}/comments`, {
        body: `${formatMarker(marker)}\nAs it was last week.`,
      })
    const identity = { repository, path: file.path }
    await comment({ kind: 'status', ...identity, filed: {}, adopted: [], finished: false })
    await comment({
      kind: 'rollup',
      ...identity,
      issues,
      week: isoWeek(addDays(today, -7)),
      closed: [],
      at: null,
    })
  }
  // Nobody asks for the webhooks of all this, which hold more than everything else.
  github.deliveries.length = 0
}

const repositories = Array.from({ length: Number(process.argv[2]) }, (_, index) => `repository-${index + 1}`)
const [first = '', ...others] = repositories
const github = await startLocalGitHub({ repo: first, repositories: others.map((name) => ({ name })) })
for (const repo of repositories) await fill(github, repo)

process.on('message', () => {
  const requests = github.requests().filter(({ path }) => !path.endsWith('/access_tokens')).length
  github.clearRequests()
  process.send?.({ requests })
})
const { apiUrl, appId, privateKey, webhookSecret } = github
process.send?.({ apiUrl, appId, privateKey, webhookSecret })
