import picomatch from 'picomatch'
import type { Config } from './schema.ts'

const markdown = /\.(?:md|markdown)$/i
const template = /template/i

/**
 * Whether a file is a postmortem, by the `postmortems` patterns of the configuration.
 *
 * @param path from the root of the repository, with `/`
 */
export function matchesPostmortem(path: string, config: Config): boolean {
  if (!markdown.test(path)) return false
  const { wanted, unwanted } = patternsOf(config)
  const eligible = template.test(fileName(path)) ? wanted.filter((pattern) => template.test(pattern)) : wanted
  return matchesAny(path, eligible) && !matchesAny(path, unwanted)
}

function patternsOf(config: Config): { wanted: string[]; unwanted: string[] } {
  const wanted = config.postmortems.filter((pattern) => !pattern.startsWith('!'))
  const unwanted = config.postmortems.filter((pattern) => pattern.startsWith('!'))
  return { wanted, unwanted: unwanted.map((pattern) => pattern.slice(1)) }
}

function matchesAny(path: string, patterns: string[]): boolean {
  return patterns
    .map(fromRoot)
    .some((pattern) => picomatch.isMatch(path, [pattern, `${pattern}/**`], { nocase: true, dot: true }))
}

/** `./docs/`, `/docs` and `docs` are the same place. */
function fromRoot(pattern: string): string {
  return pattern.replace(/^\.?\//, '').replace(/\/$/, '')
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
