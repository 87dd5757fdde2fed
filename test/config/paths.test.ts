import { describe, expect, test } from '@jest/globals'
import { isIndex, postmortemMatcher } from '../../src/config/paths.ts'
import { defaultConfig } from '../../src/config/schema.ts'

describe('without configuration', () => {
  test.each([
    'postmortems/2026-05-01-checkout.md',
    'docs/Post-Mortems/2026/May/checkout.markdown',
    'team/our_post_mortem_archive/checkout.MD',
    'incident-report/checkout.md',
    'docs/incident-reports/checkout.md',
    'ops/incidents/checkout.md',
    '.github/postmortems/checkout.md',
    'postmortem.md',
    'docs/Checkout Postmortem.md',
    'docs/2026-05-post-mortem-checkout.markdown',
    'incidents/templates/checkout.md',
  ])('%s is a postmortem', (path) => {
    expect(postmortemMatcher(defaultConfig)(path)).toBe(true)
  })

  test.each([
    'README.md',
    'docs/checkout.md',
    'incidents.md',
    'incident-report.md',
    'incident/checkout.md',
    'postmortems/graph.png',
    'postmortems/notes.md.txt',
    'postmortems/TEMPLATE.md',
    'docs/postmortem-template.md',
    'postmortem',
  ])('%s is none', (path) => {
    expect(postmortemMatcher(defaultConfig)(path)).toBe(false)
  })
})

describe('with patterns', () => {
  test.each([
    { patterns: ['docs/outages/**'], path: 'docs/outages/2026/a.md', is: true },
    { patterns: ['docs/outages/**'], path: 'DOCS/Outages/a.md', is: true },
    { patterns: ['docs/outages/**'], path: 'postmortems/a.md', is: false },
    { patterns: ['docs/outages'], path: 'docs/outages/2026/a.md', is: true },
    { patterns: ['/docs/outages/'], path: 'docs/outages/a.md', is: true },
    { patterns: ['./docs'], path: 'docs/a.md', is: true },
    { patterns: ['docs/outages'], path: 'more/docs/outages/a.md', is: false },
    { patterns: ['outage-*.md'], path: 'outage-1.md', is: true },
    { patterns: ['outage-*.md'], path: 'docs/outage-1.md', is: false },
    { patterns: ['docs/*.md'], path: 'docs/more/a.md', is: false },
    { patterns: ['docs/20[0-9][0-9]-??-*.md'], path: 'docs/2026-05-a.md', is: true },
    { patterns: ['{a,b}/**'], path: 'b/x.md', is: true },
    { patterns: ['{a/**,b{c,d}}/x.md'], path: 'a/e/f/x.md', is: true },
    { patterns: ['{a/**,b{c,d}}/x.md'], path: 'bd/x.md', is: true },
    { patterns: ['{a}/x.md'], path: '{a}/x.md', is: true },
    { patterns: ['a**b.md'], path: 'a/b.md', is: false },
    { patterns: ['[!a-c]?.md'], path: 'dx.md', is: true },
    { patterns: ['[!a-c]?.md'], path: 'bx.md', is: false },
    { patterns: ['a[!b]x.md'], path: 'a/x.md', is: false },
    { patterns: ['\\*[.md'], path: '*[.md', is: true },
    { patterns: ['\\*.md'], path: 'x.md', is: false },
    { patterns: ['a.md|b+$^'], path: 'a.md', is: false },
    { patterns: ['ÉTÉ/*'], path: 'été/ß.md', is: true },
    { patterns: ['a/**', '!a/drafts'], path: 'a/drafts/x.md', is: false },
    { patterns: ['!a/drafts/**', 'a/**'], path: 'a/drafts/x.md', is: false },
    { patterns: ['a/**', '!**/README.md'], path: 'a/b/readme.md', is: false },
    { patterns: ['a/**'], path: 'a/script.py', is: false },
    { patterns: ['a/**'], path: 'a/template.md', is: false },
    { patterns: ['a/**', 'a/template-engine-outage.md'], path: 'a/template-engine-outage.md', is: true },
    { patterns: ['!b/**'], path: 'a/x.md', is: false },
    { patterns: [], path: 'postmortems/a.md', is: false },
  ])('$patterns and $path: $is', ({ patterns, path, is }) => {
    expect(postmortemMatcher({ ...defaultConfig, postmortems: patterns })(path)).toBe(is)
  })
})

test.each([
  ['README.md', true],
  ['docs/postmortems/Index.markdown', true],
  ['docs/readme/outage.md', false],
  ['docs/index-rebuild-outage.md', false],
])('%s is the index of a folder: %s', (path, is) => {
  expect(isIndex(path)).toBe(is)
})
