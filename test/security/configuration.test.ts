import { describe, expect, test } from '@jest/globals'
import { answerOf } from './own-process.ts'

/** Whether a path is a postmortem under a configuration. */
const isPostmortem = (patterns: string[], path: string): string =>
  answerOf(
    `import { parseConfig } from './src/config/parse.ts'
     import { matchesPostmortem } from './src/config/paths.ts'
     const [repository, path] = JSON.parse(process.env.INPUT)
     const result = parseConfig({ repository })
     console.log(result.ok ? matchesPostmortem(path, result.config) : result.problems)`,
    JSON.stringify([`postmortems: ${JSON.stringify(patterns)}`, path]),
  )

describe('patterns that a backtracking matcher needs days for', () => {
  test.each<[string, string[], string]>([
    ['optional letters', [`${'{a,}'.repeat(40)}b.md`], `${'a'.repeat(40)}.md`],
    ['letters that overlap', [`${'{a,aa}'.repeat(30)}b.md`], `${'a'.repeat(60)}.md`],
    ['asterisks', ['**/*a*a*a/**/*a*a*a/**/*a*a*ab.md'], `${`${'a'.repeat(200)}/`.repeat(15)}a.md`],
  ])('made of %s are matched all the same', (_, patterns, path) => {
    expect(isPostmortem(patterns, path)).toBe('false')
  })
})
