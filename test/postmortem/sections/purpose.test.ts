import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const tasks = '\n\n## Action items\n\n- Drain the queue before a deploy\n- Rotate the key\n'

describe('a document without an incident of its own', () => {
  test.each([
    ['a template by its title', `# Postmortem template${tasks}`],
    ['a runbook', `# Runbook: queue is full${tasks}`],
    ['a process', `# Incident review process${tasks}`],
    ['a template by its slots', `# Outage of YYYY-MM-DD\n\nHH:MM start, HH:MM end${tasks}`],
    [
      'an exercise',
      `# Project${tasks}\nThe summary must contain a date. The timeline must contain hours. The end must include tasks.`,
    ],
    ['advice on items', `# Reviews${tasks}\nEach action item should be small.`],
  ])('files nothing: %s', (_, markdown) => {
    const { items, rejected } = extractPostmortem(markdown)
    expect(items).toEqual([])
    expect(rejected.map(({ text }) => text)).toContain('Rotate the key')
  })

  test.each([
    '# Outage of the order process',
    '# Guide dogs could not book (postmortem)',
    '# 2026-05-02 Outage',
  ])('is not %s', (title) => {
    expect(extractPostmortem(title + tasks).items).toHaveLength(2)
  })
})
