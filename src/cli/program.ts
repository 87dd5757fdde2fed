import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { createExtractor } from '../sandbox/extractor.ts'
import { addBackfill } from './backfill.ts'
import { addConfig } from './config.ts'
import { addDemo } from './demo.ts'
import { addExtract } from './extract.ts'
import { addLint } from './lint.ts'
import type { Terminal } from './terminal.ts'
import type { Tools } from './tools.ts'

const moreHelp = `
Where to start:
  $ followthrough demo                          see the whole story, without any account
  $ followthrough extract docs/postmortems      what would be filed from your postmortems
  $ followthrough lint docs/postmortems         what could be better about them

Every command explains itself with --help. All of them end with 0 where all went well, with 1 where something did not, and
with 2 where they were used wrongly.`

/**
 * Runs one command.
 *
 * @param args what stands after the name of the program
 * @param terminal gets the output and the exit code
 */
export const runCommand = async (
  args: readonly string[],
  terminal: Terminal,
  openExtractor: Tools['openExtractor'] = createExtractor,
): Promise<void> => {
  try {
    await createProgram({ terminal, openExtractor }).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    terminal.exitCode = error.exitCode === 0 ? 0 : 2
  }
}

const createProgram = (tools: Tools): Command => {
  const { terminal } = tools
  const program = new Command('followthrough')
    .description('Finds the action items of postmortems and makes GitHub issues of them that get done.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain the command')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', moreHelp)
    .showHelpAfterError('Run the command with --help to see how it is used.')
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .exitOverride()
  for (const add of [addExtract, addLint, addConfig, addBackfill, addDemo]) add(program, tools)
  return program
}

const version = (): string => {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
