/** Runs the functions of `serverless.yml` on this machine, between a local GitHub and local queues. */
import { parseArgs } from 'node:util'
import { startLocalGitHub } from '../src/local-github/server.ts'
import { createStory } from '../src/local-github/story.ts'
import { startStack } from './dev-lambda/stack.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } })

const POSTMORTEM = `# Checkout was down for 40 minutes

Date: 2026-11-02

## Action items

- Alert when the queue of payments grows (owner: @maya, due: 2026-12-01)
- Limit retries of the payment client (owner: @jonas)
`

const github = await startLocalGitHub({ port: Number(values.port) })
const stack = await startStack({
  github,
  params: { writeIntervalMs: 1000 },
  onLog: (text) => process.stdout.write(text),
})
github.connect(stack.webhookUrl)
const { number } = await createStory(github).openPullRequest({
  files: { 'docs/postmortems/2026-11-02-checkout.md': POSTMORTEM },
  title: 'Postmortem: checkout was down',
})
const token = await github.tokenFor('maya')
console.log(`
GitHub     ${github.url}/${github.owner}/${github.repo}/pull/${number}
Webhooks   ${stack.webhookUrl}

Merge the postmortem, and look at the pull request again:
  curl -X PUT -H 'authorization: Bearer ${token}' -d '{"merge_method":"merge"}' ${github.apiUrl}/repos/${github.owner}/${github.repo}/pulls/${number}/merge
The weekly comments:
  curl -X POST ${stack.invokeUrl('rollup')}

Ctrl+C ends it.
`)

const stop = async (): Promise<void> => {
  await stack.close()
  await github.close()
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
