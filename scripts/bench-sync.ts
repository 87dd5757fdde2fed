/**
 * How long after the merge ten issues and the status comment are in place, against the local GitHub,
 * with our pace of writing and with Probot's own. The app has been up for a while: it has a token, and its reader
 * runs. Run it with `npm run bench:sync`; it takes about a minute.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { ProbotOctokit } from 'probot'
import { createOctokitClass } from '../src/github/octokit.ts'
import { GITHUB_PACE } from '../src/github/pace.ts'
import { startLocalGitHub } from '../src/local-github/server.ts'
import { createStory } from '../src/local-github/story.ts'
import { createExtractor } from '../src/sandbox/extractor.ts'
import { startServer } from '../src/server/start.ts'

const TASKS = [
  'Alert when replication lags for a minute',
  'Reject a second booking for the same berth',
  'Write a runbook for the failover',
  'Load-test the booking form with a full calendar',
  'Move the nightly export away from the primary',
  'Show the time zone next to every departure',
  'Page the on-call engineer for failed payments',
  'Remove the retry without a limit from the client',
  'Keep a month of slow queries',
  'Rehearse the restore of a backup',
]
const POSTMORTEM = `# Double bookings\n\n## Action items\n\n${TASKS.map((task) => `- ${task}\n`).join('')}`

interface Result {
  issues: number
  comments: number
  /** From the merge until all issues and the status comment are there. */
  seconds: number
}

const measure = async (Octokit: typeof ProbotOctokit): Promise<Result> => {
  const github = await startLocalGitHub()
  const extractor = createExtractor()
  const app = await startServer({
    ...github,
    host: '127.0.0.1',
    port: 0,
    Octokit,
    extractor,
    log: pino({ level: 'warn' }),
  })
  github.connect(app.webhookUrl)
  const story = createStory(github)
  const { number } = await story.openPullRequest({
    files: { 'docs/postmortems/double-bookings.md': POSTMORTEM },
    title: 'Postmortem: double bookings',
  })
  await story.commitFile('README.md', 'A first push, which concerns no postmortem.')
  await extractor.extract('# A first postmortem')
  await github.settled()
  await app.idle()
  // The check was written right now, and holds back the first issue: people take longer to press the button.
  await setTimeout(GITHUB_PACE.intervalMs)

  await story.merge(number)
  const start = performance.now()
  // The comment is written last; the dashboard follows in a job of its own.
  while ((await story.listComments(number)).length === 0) await setTimeout(20)
  const seconds = (performance.now() - start) / 1000
  const result = {
    issues: (await story.listIssues()).length,
    comments: (await story.listComments(number)).length,
    seconds,
  }
  await app.idle()
  await app.close()
  await extractor.close()
  await github.close()
  return result
}

const report = (name: string, { issues, comments, seconds }: Result): void => {
  console.log(`${name.padEnd(34)} ${issues} issues, ${comments} comment: ${seconds.toFixed(1)} s`)
}

report('One write a second (Followthrough)', await measure(createOctokitClass()))
report("Probot's default", await measure(ProbotOctokit))
