import { afterAll } from '@jest/globals'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../src/cli/program.ts'
import { createExtractor } from '../../src/sandbox/extractor.ts'

/** The file that is started as `followthrough`. */
export const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What a person or a program sees of one run of the command line. */
export interface CliRun {
  exitCode: number
  stdout: string
  stderr: string
}

export interface Surroundings {
  environment?: Record<string, string>
  /** Shows which texts are marked up, as a terminal does: `<bold>text</bold>`. */
  isTerminal?: boolean
}

/** One reader for all runs: starting it takes longer than most commands. */
const extractor = createExtractor()
afterAll(() => extractor.close())

/** Runs a command in a folder, in this process. */
export async function runCli(
  args: readonly string[],
  folder: string,
  { environment = {}, isTerminal = false }: Surroundings = {},
): Promise<CliRun> {
  const run: CliRun = { exitCode: 0, stdout: '', stderr: '' }
  const before = process.cwd()
  process.chdir(folder)
  try {
    await runCommand(
      args,
      {
        out: (text) => {
          run.stdout += text
        },
        err: (text) => {
          run.stderr += text
        },
        width: 120,
        style: (format, text) => (isTerminal ? `<${String(format)}>${text}</${String(format)}>` : text),
        env: environment,
        get exitCode() {
          return run.exitCode
        },
        set exitCode(code) {
          run.exitCode = code
        },
      },
      () => ({ extract: extractor.extract, close: () => Promise.resolve() }),
    )
  } finally {
    process.chdir(before)
  }
  return run
}

/** Runs the command line as its own process, with its output piped and more environment. */
export function runCliProcess(
  args: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { cwd: folder, maxBuffer: 64_000_000, env: { ...process.env, ...environment } },
      (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}
