import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'

/** Asks in a process of its own, which can be ended, whether a path is a postmortem under a configuration. */
const isPostmortem = (patterns: string[], path: string): string => {
  const script = `
    import { parseConfig } from './src/config/parse.ts'
    import { matchesPostmortem } from './src/config/paths.ts'
    const [repository, path] = JSON.parse(process.env.CASE)
    const result = parseConfig({ repository })
    console.log(result.ok ? matchesPostmortem(path, result.config) : JSON.stringify(result.problems))`
  const { stdout, error } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { CASE: JSON.stringify([`postmortems: ${JSON.stringify(patterns)}`, path]) },
    timeout: 10_000,
  })
  return error === undefined ? stdout.toString().trim() : error.message
}

describe('patterns that a backtracking matcher needs days for', () => {
  test.each<[string, string[], string]>([
    ['optional letters', [`${'{a,}'.repeat(40)}b.md`], `${'a'.repeat(40)}.md`],
    ['letters that overlap', [`${'{a,aa}'.repeat(30)}b.md`], `${'a'.repeat(60)}.md`],
    ['asterisks', ['**/*a*a*a/**/*a*a*a/**/*a*a*ab.md'], `${`${'a'.repeat(200)}/`.repeat(15)}a.md`],
  ])('made of %s are matched all the same', (_, patterns, path) => {
    expect(isPostmortem(patterns, path)).toBe('false')
  })
})
