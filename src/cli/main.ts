#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { addBackfill } from './backfill.ts'
import { addConfig } from './config.ts'
import { addDemo } from './demo.ts'
import { addExtract } from './extract.ts'
import { addLint } from './lint.ts'

const program = new Command('followthrough')
  .description('Finds the action items of postmortems and makes GitHub issues of them that get done.')
  .showHelpAfterError('Run the command with --help to see how it is used.')
  .exitOverride()

addExtract(program)
addLint(program)
addConfig(program)
addBackfill(program)
addDemo(program)

// A reader that has seen enough ("… | head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Never process.exit(): what is still being written to a pipe would be lost.
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
