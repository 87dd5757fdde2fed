import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Option, type Command } from 'commander'
import type { Ending } from './demo/tell.ts'
import { sentenceFor } from './markdown-files.ts'
import type { Terminal } from './terminal.ts'
import type { Tools } from './tools.ts'

interface DemoFlags {
  format: 'text' | 'json'
  keep: boolean
}

const EXAMPLE = fileURLToPath(new URL('../../fixtures/postmortems/checkout-outage.md', import.meta.url))

const moreHelp = `
A GitHub on this machine and the app are started and connected; nothing leaves the machine and no account is needed.

Examples:
  $ followthrough demo
  $ followthrough demo docs/postmortems/2026-03-checkout.md --keep

Exit codes:
  0  the story was played
  1  the file could not be read
  2  the command was used wrongly`

/** Adds `demo`, which plays the whole story of a postmortem on this machine. */
export const addDemo = (program: Command, { terminal }: Tools): void => {
  program
    .command('demo')
    .summary('play the whole story of a postmortem on this machine')
    .description('Merges a postmortem on a local GitHub and shows what the app makes of it.')
    .argument('[file]', 'a postmortem of yours (default: one of ours)')
    .addOption(
      new Option('--format <format>', 'text to read along; json: the issues and comments in the end')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--keep', 'keep the local GitHub running, so that its pages can be opened', false)
    .addHelpText('after', moreHelp)
    .action((file: string | undefined, flags: DemoFlags) => demo(file ?? EXAMPLE, flags, terminal))
}

const demo = async (file: string, { format, keep }: DemoFlags, terminal: Terminal): Promise<void> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    terminal.err(`${file}: ${sentenceFor(error)}\n`)
    terminal.exitCode = 1
    return null
  })
  if (text === null) return
  // The local GitHub takes a while to load: no other command waits for it.
  const { createStoryClock } = await import('./demo/clock.ts')
  const { createNarrator, silentNarrator } = await import('./demo/print.ts')
  const { openStage } = await import('./demo/stage.ts')
  const { dayOfStory, peopleOf, tellStory } = await import('./demo/tell.ts')
  const narrator = format === 'text' ? createNarrator(terminal) : silentNarrator
  const stage = await openStage(peopleOf(text), createStoryClock(dayOfStory(text)))
  try {
    const ending = await tellStory({ name: file, text }, stage, narrator)
    if (format === 'json') terminal.out(`${JSON.stringify(facts(ending), null, 2)}\n`)
    if (keep) {
      narrator.say(`\nOpen ${ending.pullRequestUrl}, and press Ctrl-C when you have seen it.`)
      await new Promise((resolve) => process.once('SIGINT', resolve))
    }
  } finally {
    await stage.close()
  }
}

const facts = ({ issues, comments, pullRequestUrl }: Ending): object => ({
  pullRequestUrl,
  issues: issues.map(({ number, title, state, state_reason, labels, assignees, body }) => ({
    number,
    title,
    state,
    stateReason: state_reason,
    labels: labels.map(({ name }) => name),
    assignees: assignees.map(({ login }) => login),
    body,
  })),
  comments: comments.map(({ id, user, body }) => ({ id, author: user.login, body })),
})
