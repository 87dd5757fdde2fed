import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'
import { findings } from '../../../src/postmortem/findings/index.ts'
import { findingIds } from '../../../src/postmortem/findings/ids.ts'

const docs = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8')
const sections = docs.split(/^## /m).slice(1)
const openElsewhere = [{ text: 'Rotate the certificates of the mail gateway automatically', issue: '#12' }]

function example(section: string, quality: 'weak' | 'better'): string {
  const [, body = ''] = new RegExp(`\`\`\`markdown ${quality}\n(.*?)\`\`\``, 's').exec(section) ?? []
  return `# Outage\n\n${body.replace(/^- /m, '## Action items\n\n- ')}`
}

test('docs/findings.md has one section for each finding, in their order', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(findingIds)
})

test.each(findingIds)('the examples of %s show what the finding means', (id) => {
  const section = sections.find((candidate) => candidate.startsWith(`${id}\n`)) ?? ''
  const weak = extractPostmortem(example(section, 'weak'))
  const better = extractPostmortem(example(section, 'better'))

  const about = (document: typeof weak): (number | null)[] =>
    findings(document, { openElsewhere }).flatMap((finding) => (finding.id === id ? [finding.item] : []))

  expect(about(weak)).not.toEqual([])
  const isAboutDocument = about(weak)[0] === null
  expect(about(weak)).toEqual(isAboutDocument ? [null] : weak.items.map((_, index) => index))
  expect(about(better)).toEqual([])
})
