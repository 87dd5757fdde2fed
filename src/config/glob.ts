import { RE2JS, RE2JSSyntaxException } from 're2js'

/**
 * Compiles glob patterns: `*` and `?` within a segment of the path, `**` across segments, `[a-z]`, `[!a-z]`, `{one,other}`,
 * and `\` before a character that stands for itself. Letters match in both cases, and a dot at the beginning of a name is a
 * character like others.
 *
 * Patterns and paths come with pull requests of strangers. A backtracking matcher needs days for `{a,}{a,}{a,}…`, so this is
 * left to an engine whose time grows in proportion to the path.
 *
 * @returns whether a path matches one of them; null where one is no pattern, such as `[z-a]`
 */
export function compileGlobs(globs: string[]): ((path: string) => boolean) | null {
  if (globs.length === 0) return () => false
  try {
    const expression = RE2JS.compile(globs.map(expressionOf).join('|'), RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL)
    return (path) => expression.matches(path)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return null
    throw error
  }
}

/** `**` has a meaning of its own only where it is a whole segment. */
const TOKENS =
  /(?<folders>(?<=^|[/,{])\*\*\/)|(?<rest>(?<=^|[/,{])\*\*(?=[,}]|$))|(?<some>\*+)|(?<one>\?)|\[(?<not>[!^]?)(?<members>\]?[^\]]*)\]|\\?(?<character>[^])/gu

function expressionOf(glob: string): string {
  const tokens = [...glob.matchAll(TOKENS)]
  const signs = alternatives(tokens.map(([token]) => token))
  return `(?:${tokens.map(({ groups }, index) => signs.get(index) ?? tokenExpression(groups ?? {})).join('')})`
}

function tokenExpression({ folders, rest, some, one, not, members, character = '' }: Token): string {
  if (folders !== undefined) return '(?:.*/)?'
  if (rest !== undefined) return '.*'
  if (some !== undefined) return '[^/]*'
  if (one !== undefined) return '[^/]'
  if (members !== undefined) return `[${not === '' ? '' : '^/'}${members.replace(/[\\[\]^]/g, '\\$&')}]`
  return RE2JS.quote(character)
}

type Token = Record<string, string | undefined>

/** What the signs of `{one,other}` become, by their places; braces without a comma stand for themselves. */
function alternatives(tokens: string[]): Map<number, string> {
  const signs = new Map<number, string>()
  const open: { start: number; commas: number[] }[] = []
  for (const [index, token] of tokens.entries()) {
    if (token === '{') open.push({ start: index, commas: [] })
    if (token === ',') open.at(-1)?.commas.push(index)
    const group = token === '}' ? open.pop() : undefined
    if (group === undefined || group.commas.length === 0) continue
    signs.set(group.start, '(?:').set(index, ')')
    for (const comma of group.commas) signs.set(comma, '|')
  }
  return signs
}
