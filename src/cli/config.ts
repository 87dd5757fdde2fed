import type { Command } from 'commander'
import { configJsonSchema } from '../config/json-schema.ts'
import { configPath } from '../config/problem.ts'
import { problemLine, readConfig, UnreadableConfigError } from './config-file.ts'
import type { Terminal } from './terminal.ts'
import type { Tools } from './tools.ts'

const moreHelp = `
Says what GitHub would be told after the merge: each mistake with its line and column, and what was expected.
The settings of the owner's .github repository are not on this machine and are not looked at.

Examples:
  $ followthrough config check
  $ followthrough config check drafts/followthrough.yml

Exit codes:
  0  the file can be used, or there is none and the defaults hold
  1  the file has mistakes, or cannot be read
  2  the command was used wrongly`

const schemaHelp = `
Editors that know it complete the keys and mark mistakes. Most of them look for it in the first line of the file:
  # yaml-language-server: $schema=followthrough.schema.json

Example:
  $ followthrough config schema > .github/followthrough.schema.json`

/** Adds `config check`, which finds mistakes in a configuration file before it is pushed, and `config schema`. */
export function addConfig(program: Command, { terminal }: Tools): void {
  const config = program
    .command('config')
    .summary('help to write the configuration of a repository')
    .description('Helps to write the configuration of a repository.')
  config
    .command('check')
    .summary('find mistakes in a configuration file')
    .description('Finds mistakes in a configuration file.')
    .argument('[file]', `the file to check (default: ${configPath}, where it exists)`)
    .addHelpText('after', moreHelp)
    .action((file: string | undefined) => check(file, terminal))
  config
    .command('schema')
    .summary('print the JSON Schema of configuration files')
    .description('Prints the JSON Schema of configuration files.')
    .addHelpText('after', schemaHelp)
    .action(() => {
      terminal.out(`${JSON.stringify(configJsonSchema(), null, 2)}\n`)
    })
}

async function check(named: string | undefined, terminal: Terminal): Promise<void> {
  try {
    const config = await readConfig(named)
    if (!config.ok) {
      for (const problem of config.problems) terminal.out(`${problemLine(config.file, problem)}\n`)
      terminal.exitCode = 1
      return
    }
    const words = config.exists ? 'can be used' : 'does not exist here: the defaults hold'
    terminal.out(`${terminal.style('green', '✓')} ${config.file} ${words}.\n`)
  } catch (error) {
    if (!(error instanceof UnreadableConfigError)) throw error
    terminal.err(`${named ?? configPath}: ${error.message}\n`)
    terminal.exitCode = 1
  }
}
