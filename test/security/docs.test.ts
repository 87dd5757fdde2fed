import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const docs = readFileSync('docs/security.md', 'utf8')
const cited = [...docs.matchAll(/\]\(\.\.\/(test\/[^)]+)\) (“[^”]+”(?:,\s“[^”]+”)*)/g)].flatMap(
  ([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => [file, name.replace(/\s+/g, ' ')]),
)

test('each defence in the threat model has its test', () => {
  const rows = docs.split('\n').filter((line) => /^\| (?!They|It |---)/.test(line))
  expect(rows.length).toBeGreaterThan(25)
  for (const row of rows) expect(row).toMatch(/\| \[[^\]]+\]\(\.\.\/test\/[^)]+\) “[^|]+” \|$/)
})

test.each(cited)('%s has the test “%s”', (file = '', name = '') => {
  expect(readFileSync(file, 'utf8')).toContain(name)
})
