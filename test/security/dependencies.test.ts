import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { verdictOf } from '../../scripts/audit-verdict.ts'

const report = (severities: Record<string, string>): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity, range: '<1.2.3' }]),
    ),
  })

test.each([
  ['no vulnerability', report({}), false],
  ['one of low and one of moderate severity', report({ a: 'low', b: 'moderate' }), false],
  ['one of high severity', report({ a: 'low', 'left-pad': 'high' }), true],
  ['a critical one', report({ 'left-pad': 'critical' }), true],
])('the audit of %s is judged and told', (_, output, isBad) => {
  const verdict = verdictOf(output)
  expect(verdict.isBad).toBe(isBad)
  expect(verdict.words.includes('left-pad <1.2.3')).toBe(isBad)
})

test.each([['{"message": "405 Method Not Allowed"}'], ['']])(
  'an audit that was not possible stops nobody, and is not taken for a good one: %s',
  (output) => {
    const { isBad, words } = verdictOf(output)
    expect(isBad).toBe(false)
    expect(words).toContain('could not be asked')
  },
)

test('every dependency is pinned by its contents', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>
  }
  const loose = Object.entries(lock.packages).filter(
    ([path, { integrity, link, inBundle }]) =>
      path !== '' && !integrity && link !== true && inBundle !== true,
  )
  expect(loose.map(([path]) => path)).toEqual([])
})
