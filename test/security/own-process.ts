import { spawnSync } from 'node:child_process'

/**
 * Runs a script in a process of its own, which can be ended: nothing else stops a regular expression.
 *
 * @param script a module that starts at the root of the project and writes its answer to standard output
 * @param input what it finds in `INPUT`
 * @returns what it wrote; what became of it where it was not done after ten seconds
 */
export const answerOf = (script: string, input: string): string => {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--disable-warning=ExperimentalWarning',
      '--eval',
      `import { text } from 'node:stream/consumers'\nconst INPUT = await text(process.stdin)\n${script}`,
    ],
    { input, env: {}, timeout: 10_000 },
  )
  return error === undefined ? `${stdout.toString()}${stderr.toString()}`.trim() : error.message
}
