import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const tasks = '\n\n## Action items\n\n- Drain the queue before a deploy\n- Rotate the key\n'

const TASK_SHEET = `# 0x07. Outages

## Requirements

- The report must have a cause
- 300 to 500 words

## Tasks

0. My first report
1. Draw the pool
`

describe('a document without an incident of its own', () => {
  test.each([
    ['a template by its title', `# Postmortem template${tasks}`],
    ['a template by the slot in its title', `# [Incident title] – postmortem${tasks}`],
    ['a runbook', `# Runbook: queue is full${tasks}`],
    ['a process', `# Incident review process${tasks}`],
    ['a template by its slots', `# Outage of YYYY-MM-DD\n\nHH:MM start, HH:MM end${tasks}`],
    [
      'an exercise',
      `# Project${tasks}\nThe summary must contain a date. The timeline must contain hours. The end must include tasks.`,
    ],
    ['advice on items', `# Reviews${tasks}\nEach action item should be small.`],
    ['advice on good items', `# Reviews${tasks}\nA good action item has a date.`],
    ['a handbook with a subtitle', `# Crew handbook: after an outage${tasks}`],
    ['severity levels', `# Incident severity levels${tasks}`],
    ['an index', `# Index of incident reports${tasks}`],
    ['a manual', `# outage-bot\n\n## Installation\n\nCopy it.\n\n## Usage\n\nRun it.${tasks}`],
    ['a template by the slot behind its title', `# Postmortem: <Titel>${tasks}`],
    ['instructions', `# How to drain a full queue${tasks}`],
    [
      'the page of a folder',
      `# Postmortems\n\n## When to write one\n\nAlways.\n\n## How\n\nCopy the last.${tasks}`,
    ],
  ])('files nothing: %s', (_, markdown) => {
    const { items, rejected } = extractPostmortem(markdown)
    expect(items).toEqual([])
    expect(rejected.map(({ text }) => text)).toContain('Rotate the key')
  })

  test('files nothing: a task sheet of a school', () => {
    const { items, rejected } = extractPostmortem(TASK_SHEET)
    expect(items).toEqual([])
    expect(rejected.map(({ text }) => text)).toContain('Draw the pool')
  })

  test.each([
    '# Outage of the order process',
    '# How to flood a pool\n\nOn 2 May 2026 the valve stuck.',
    '# Postmortems\n\nTwo outages of one pump.',
    '# Guide dogs could not book (postmortem)',
    '# 2026-05-02 Outage',
    '# Incident response: trains without seats',
    '# Writing to the archive failed: incident report',
    '# 0x07. Outages\n\nThe summary must have a cause, in 300 to 500 words. For this project I took a real outage.\n\n## Root cause\n\nA fuse.\n\n## Impact\n\nCold water.',
  ])('is not %s', (title) => {
    expect(extractPostmortem(title + tasks).items).toHaveLength(2)
  })
})
