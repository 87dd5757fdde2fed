/** Runs the functions of `serverless.yml` on this machine, between a local GitHub and local queues. */
import { createInterface } from 'node:readline'
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
const story = createStory(github)
const { number } = await story.openPullRequest({
  files: { 'docs/postmortems/2026-11-02-checkout.md': POSTMORTEM },
  title: 'Postmortem: checkout was down',
})

const commands: Record<string, () => Promise<unknown>> = {
  merge: () => story.merge(number),
  week: () => stack.invoke('rollup'),
  async quit() {
    process.stdin.destroy()
    await stack.close()
    await github.close()
  },
}
console.log(`
GitHub     ${github.url}/${github.owner}/${github.repo}/pull/${number}
Webhooks   ${stack.webhookUrl}

Look at the pull request, type a word, and look again:
  merge    merges the postmortem
  week     writes the weekly comment
  quit     ends it
`)

const input = createInterface(process.stdin)
input.on('line', (line) => {
  commands[line.trim()]?.().catch((error: unknown) => {
    console.error(error)
  })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void commands.quit?.())
