import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What a person or a program sees of one run of the command line. */
export interface CliRun {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs the command line as its own process, in a folder, with its output piped and more environment. */
export function runCli(
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
