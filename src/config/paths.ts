import { compileGlobs } from './glob.ts'
import type { Config } from './schema.ts'

const markdown = /\.(?:md|markdown)$/i
const template = /template/i

/**
 * Compiles the `postmortems` patterns of the configuration.
 *
 * @returns a function that says of a path, from the root of the repository and with `/`, whether it is a postmortem
 */
export function postmortemMatcher(config: Config): (path: string) => boolean {
  const [wanted, unwanted] = wantedAndUnwanted(config.postmortems)
  const isWanted = matcherOf(wanted)
  const isWantedTemplate = matcherOf(wanted.filter((pattern) => template.test(pattern)))
  const isUnwanted = matcherOf(unwanted)
  return (path) => {
    if (!markdown.test(path) || isUnwanted(path)) return false
    return template.test(fileName(path)) ? isWantedTemplate(path) : isWanted(path)
  }
}

/**
 * Whether a file is by its name the index of a folder, which need not hold action items itself.
 *
 * @param path with `/`
 */
export function isIndex(path: string): boolean {
  return /^(?:readme|index)\./i.test(fileName(path))
}

function wantedAndUnwanted(patterns: string[]): [wanted: string[], unwanted: string[]] {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'))
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!'))
  return [wanted, unwanted.map((pattern) => pattern.slice(1))]
}

function matcherOf(patterns: string[]): (path: string) => boolean {
  const withFolders = patterns.map(fromRoot).flatMap((pattern) => [pattern, `${pattern}/**`])
  // The schema lets nothing in that is no pattern.
  return compileGlobs(withFolders) ?? (() => false)
}

/** `./docs/`, `/docs` and `docs` are the same place. */
function fromRoot(pattern: string): string {
  return pattern.replace(/^\.?\//, '').replace(/\/$/, '')
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
