import { readFile } from 'node:fs/promises'
import { parseConfig, type ConfigResult } from '../config/parse.ts'
import { configPath, formatProblem, type ConfigProblem } from '../config/problem.ts'
import { sentenceFor } from './markdown-files.ts'
import { printable } from './printable.ts'

/** A configuration as it stands on this machine; `exists` is false where the default file is not there. */
export type ConfigOnDisk = { file: string; exists: boolean } & ConfigResult

/** The configuration file was named but cannot be read; `message` is a sentence without the path. */
export class UnreadableConfigError extends Error {}

/**
 * Reads the configuration of a repository from this machine.
 *
 * @param file as named by the user; without it `.github/followthrough.yml` in the current folder, where that exists
 * @throws UnreadableConfigError where the file that was named cannot be read
 */
export async function readConfig(file: string | undefined): Promise<ConfigOnDisk> {
  const path = file ?? configPath
  try {
    return { file: path, exists: true, ...parseConfig({ repository: await readFile(path, 'utf8') }) }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (file !== undefined || !isMissing)
      throw new UnreadableConfigError(sentenceFor(error), { cause: error })
    return { file: path, exists: false, ...parseConfig({}) }
  }
}

/** One mistake on one line, which editors and terminals can follow to its place. */
export const problemLine = (file: string, problem: ConfigProblem): string =>
  printable(formatProblem(problem, file))
