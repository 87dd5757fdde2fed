import { expectedInsteadOf } from './expected.ts'
import { mergeOver } from './merge.ts'
import type { ConfigFile, ConfigProblem } from './problem.ts'
import { mostProblems, problemsOf } from './problems.ts'
import { configSchema, type Config } from './schema.ts'
import { readYaml } from './yaml.ts'

/** Stands for a file that is no text, which git tells by this character. */
export const NOT_TEXT = '\0'

/** The texts of the two files; null or left out where there is no such file. */
export interface ConfigSources {
  /** `.github/followthrough.yml` of the repository. */
  repository?: string | null
  /** The same file in the owner's `.github` repository. */
  owner?: string | null
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] }

/**
 * The configuration in force for a repository. Never throws, and never guesses: a file with a problem is not used at all.
 *
 * @returns the repository's file over the owner's over the defaults, or the problems of both files: all of them, as long as they
 *   are not hundreds
 */
export function parseConfig(sources: ConfigSources): ConfigResult {
  const owner = checked('owner', sources.owner ?? '')
  const repository = checked('repository', sources.repository ?? '')
  const problems = [...repository.problems, ...owner.problems]
  if (problems.length > 0) return { ok: false, problems }
  // Both are valid, so what they merge to is: they share their mappings and everything else replaces.
  return { ok: true, config: configSchema.parse(mergeOver(mergeOver({}, owner.data), repository.data)) }
}

/** The data of one file, and what is wrong with it on its own. */
function checked(file: ConfigFile, text: string): { data: unknown; problems: ConfigProblem[] } {
  const read = readYaml(text)
  if (!read.ok) {
    const problems = read.faults.slice(0, mostProblems).map(({ line, column, message, expected }) => {
      return { file, line, column, key: '', message, expected }
    })
    return { data: {}, problems }
  }
  const data = read.yaml.data ?? {}
  const result = configSchema.safeParse(data, { error: expectedInsteadOf })
  const issues = result.success ? [] : result.error.issues.slice(0, mostProblems)
  const problems = issues.flatMap((issue) => problemsOf(issue, read.yaml, file))
  return { data, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}
