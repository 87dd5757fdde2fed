import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dashboardView } from '../../src/plan/dashboard.ts'
import type { TrackedIssue } from '../../src/plan/types.ts'
import { renderDashboard } from '../../src/render/dashboard.ts'
import { golden } from '../golden.ts'
import { aClosedItem, anActionItem } from '../plan/action-items.ts'
import { attacks } from './attacks.ts'
import { dangers } from './reading.ts'

const NOW = new Date('2026-03-25T12:00:00Z')
const render = (issues: TrackedIssue[]): string =>
  renderDashboard(dashboardView(issues, NOW, 'UTC'), {
    repositoryUrl: 'https://github.com/acme/shop',
    defaultBranch: 'main',
  })

const search = { path: 'docs/postmortems/2026-03-09 search.md', pullRequest: null }

const stories: Record<string, TrackedIssue[]> = {
  'dashboard-one-open': [anActionItem(2, { title: 'Alert on replica lag' })],
  'dashboard-busy': [
    aClosedItem(1, '2026-03-05T09:00:00Z', { marker: { due: '2026-03-05' } }),
    aClosedItem(2, '2026-03-16T09:00:00Z', { marker: { due: '2026-03-12' } }),
    anActionItem(3, { title: 'Alert on replica lag', assignees: ['alice'], marker: { due: '2026-03-20' } }),
    anActionItem(4, { title: 'Write a runbook', assignees: ['alice', 'bob'], marker: { due: '2026-03-27' } }),
    anActionItem(5, { title: 'Pin the driver', assignees: ['bob'], marker: { due: '2026-05-01' } }),
    anActionItem(6, { title: 'Move the index', createdAt: '2026-03-09T10:00:00Z', marker: search }),
  ],
  'dashboard-all-ended': [
    aClosedItem(1, '2026-03-05T09:00:00Z'),
    aClosedItem(2, '2026-03-16T09:00:00Z', { stateReason: 'not_planned' }),
  ],
}

test.each(Object.entries(stories))('%s', (name, issues) => {
  const text = render(issues)
  expect(dangers(text)).toEqual([])
  expect(text).toBe(golden(`render/golden/${name}.md`, text))
})

test('is the same in whatever order GitHub lists the issues, and on another day of the week', () => {
  const issues = stories['dashboard-busy'] ?? []
  expect(render(issues.toReversed())).toBe(render(issues))
  const tomorrow = dashboardView(issues, new Date('2026-03-26T12:00:00Z'), 'UTC')
  expect(
    renderDashboard(tomorrow, { repositoryUrl: 'https://github.com/acme/shop', defaultBranch: 'main' }),
  ).toBe(render(issues))
})

test('of thousands of items, the most urgent are shown, within GitHub’s limit', () => {
  const issues = Array.from({ length: 3_000 }, (_, index) =>
    anActionItem(index + 1, {
      title: `${'Long words $ '.repeat(20)}${index}`,
      assignees: [`person-${index % 700}`],
      marker: { path: `postmortems/${index % 900}.md`, due: index % 3 === 0 ? null : '2027-01-01' },
    }),
  )
  const urgent = anActionItem(9_999, { title: 'The house is on fire', marker: { due: '2026-03-01' } })
  const text = render([...issues, urgent])
  expect(text.length).toBeLessThan(64_000)
  expect(text).toContain('The house is on fire')
  expect(text).toContain('### Overdue (1)')
  expect(text).toContain('### Due later (2000)')
  expect(text).toMatch(/… and \d+ more\./)
})

test('text of strangers does nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(attacks)), fc.string(), (attack, noise) => {
      const issue = anActionItem(1, { title: `${attack}${noise}`, marker: { path: `${noise}/${attack}.md` } })
      expect(dangers(render([issue]))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('postmortems with a folder each are called by the folder', () => {
  const text = render([
    anActionItem(1, { marker: { path: 'incidents/2026-03-01-checkout/README.md' } }),
    anActionItem(2, { marker: { path: 'incidents/2026-03-09-search/index.md' } }),
  ])
  expect(text).toContain('[2026-03-01-checkout](')
  expect(text).toContain('[2026-03-09-search](')
})
