/** Where the configuration of a repository stands, in the repository itself and in its owner's `.github` repository. */
export const configPath = '.github/followthrough.yml'

/** Where people put it who write the end of the name otherwise; GitHub's own files may end so. */
export const misnamedConfigPath = '.github/followthrough.yaml'

/** Which of the two files: the repository's own, or the owner's that it is merged over. */
export type ConfigFile = 'repository' | 'owner'

/** One thing that a person must mend before the configuration can be used. */
export interface ConfigProblem {
  file: ConfigFile
  /** Counted from 1. */
  line: number
  /** Counted from 1. */
  column: number
  /** The key as a path, `due.priorities.P1` or `postmortems[2]`; empty where the file as a whole is meant. */
  key: string
  /** What is wrong, without a full stop. Quotes the file: escape it where it is shown as Markdown. */
  message: string
  /** Completes the sentence "Expected …", without a full stop. */
  expected: string
}

/**
 * The problem in one line that editors and terminals can follow to its place.
 *
 * @param path what to call the file, where it is another one than on GitHub
 */
export function formatProblem(problem: ConfigProblem, path = pathOf(problem)): string {
  const { line, column, message, expected } = problem
  return `${path}:${line}:${column}: ${message}. Expected ${expected}.`
}

function pathOf({ file }: ConfigProblem): string {
  return file === 'owner' ? `.github repository: ${configPath}` : configPath
}
