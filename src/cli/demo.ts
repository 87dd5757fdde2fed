import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Option, type Command } from 'commander'
import { createStoryClock } from './demo/clock.ts'
import { createNarrator, silentNarrator } from './demo/print.ts'
import { openStage } from './demo/stage.ts'
import { dayOfStory, peopleOf, tellStory, type Ending } from './demo/tell.ts'

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
export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .summary('play the whole story of a postmortem on this machine')
    .description('Merges a postmortem on a local GitHub and shows what the app makes of it.')
    .argument('[file]', 'a postmortem of yours', EXAMPLE)
    .addOption(
      new Option('--format <format>', 'text to read along; json: the issues and comments in the end')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--keep', 'keep the local GitHub running, so that its pages can be opened', false)
    .addHelpText('after', moreHelp)
    .action(demo)
}

const demo = async (file: string, { format, keep }: DemoFlags): Promise<void> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    process.stderr.write(
      `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exitCode = 1
    return null
  })
  if (text === null) return
  const print = (words: string): void => {
    process.stdout.write(words)
  }
  const narrator = format === 'text' ? createNarrator(print) : silentNarrator
  const stage = await openStage(peopleOf(text), createStoryClock(dayOfStory(text)))
  try {
    const ending = await tellStory({ name: file, text }, stage, narrator)
    if (format === 'json') print(`${JSON.stringify(facts(ending), null, 2)}\n`)
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
