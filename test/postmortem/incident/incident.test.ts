import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toBlocks } from '../../../src/postmortem/blocks/from-markdown.ts'
import { readIncident, type Incident } from '../../../src/postmortem/incident/index.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'
import { toSections } from '../../../src/postmortem/sections/outline.ts'

const read = (...lines: string[]): Incident => {
  const markdown = lines.join('\n')
  const root = parseMarkdown(markdown)
  const blocks = toBlocks(root, markdown)
  return readIncident(root, blocks, toSections(blocks))
}

describe('the title', () => {
  test.each([
    ['the heading of the first level', ['# Mail queue stuck', '', '## Summary'], 'Mail queue stuck'],
    ['a heading that is underlined', ['Mail queue stuck', '==='], 'Mail queue stuck'],
    [
      'the front matter, before a document of sections',
      ['---', 'title: "Mail queue stuck"', '---', '## Summary'],
      'Mail queue stuck',
    ],
    [
      'the front matter, where the heading is left from the template',
      ['---', 'title: Mail queue stuck', '---', '# Title'],
      'Mail queue stuck',
    ],
    ['TOML front matter', ['+++', 'title = "Mail queue stuck"', '+++', '', 'Text.'], 'Mail queue stuck'],
    [
      'the sentence rather than the file name',
      ['# 2026-05-06_mail-queue', '', '# Mail queue stuck'],
      'Mail queue stuck',
    ],
    [
      'a heading of a lower level that opens the document',
      ['## Mail queue stuck', '', '### Summary'],
      'Mail queue stuck',
    ],
    [
      'a bold line that opens the document',
      ['**Postmortem: mail queue stuck**', '', 'Date: 2026-05-06'],
      'Postmortem: mail queue stuck',
    ],
    [
      'a plain line that opens the document',
      ['Mail server 02 down.', '', 'Timeline:'],
      'Mail server 02 down.',
    ],
  ])('is %s', (_, lines, title) => {
    expect(read(...lines).title).toBe(title)
  })

  test.each([
    ['a document that starts with a section', ['## Summary', '', 'Mail was late.']],
    ['a document that starts with a label', ['**Duration:** 2026-05-06, 10:00 - 11:00']],
    [
      'a document that starts with prose',
      ['Mail is a service that many of our customers depend on every day of the week, and it failed.'],
    ],
    ['an empty document', ['']],
  ])('is missing in %s', (_, lines) => {
    expect(read(...lines).title).toBeNull()
  })
})

describe('the date is the day the incident started', () => {
  test.each([
    ['a label', ['Date: 2026-05-06']],
    ['a bold label', ['**Date**: May 6, 2026']],
    ['a bold label without a colon', ['- **Date** 2026-05-06']],
    ['a label with the value on the next line', ['**Date:**', '06.05.2026']],
    ['a heading with the value below', ['## Date', '', '2026-05-06']],
    ['one of several labels on a line', ['**Owner:** Mira | **Date:** 2026-05-06 | **Severity:** SEV-2']],
    ['a label behind a point', ['**Severity:** SEV-2 · **Date:** 2026-05-06']],
    ['a table of two columns', ['| | |', '|---|---|', '| **Date** | 2026-05-06 |']],
    ['a table of one row', ['| Date | Severity | Lead |', '|---|---|---|', '| 2026-05-06 | SEV-1 | Mira |']],
    ['the start, not the end', ['- Start: 06/05/2026 05:40', '- End: 09/05/2026 11:15']],
    ['the duration', ['- **Duration:** May 6, 2026, 10:00 AM - May 7, 2026, 3:00 AM (UTC)']],
    ['the start rather than the date of the report', ['Date: 2026-05-20', 'Start time: 2026-05-06 22:10']],
    ['the front matter', ['---', 'date: 2026-05-06', '---', '# Mail queue stuck']],
    ['the title', ['# 2026-05-06: mail queue stuck']],
    ['the text', ['# Mail queue stuck', '', 'On May 6, 2026, at 4 pm, the queue stood still.']],
    ['the first day of a range', ['Between May 6 and May 9, 2026 mail was late.']],
    [
      'the text, below lines about the report',
      ['Published on 2026-06-01', '', 'On 2026-05-06 no mail was delivered.'],
    ],
    ['a label in Spanish', ['**Fecha del incidente:** 6 de mayo de 2026']],
    ['a label in Norwegian', ['**Dato:** 06.05.2026']],
    ['a label in Russian', ['Дата инцидента: 6 мая 2026 г.']],
    ['a label in Chinese', ['发生时间：2026年5月6日 20:05']],
    ['a label in Japanese', ['| 項目 | 内容 |', '|---|---|', '| 発生日時 | 2026年5月6日 21:00 |']],
    ['a label in Korean', ['**발생일:** 2026년 5월 6일']],
  ])('from %s', (_, lines) => {
    expect(read(...lines).date).toBe('2026-05-06')
  })

  test.each([
    ['a day without a year', ['On May 6 no mail was delivered.']],
    ['a month', ['Date: May 2026']],
    ['a placeholder', ['Date: YYYY-MM-DD']],
    ['a day that does not exist', ['Date: 2026-02-31']],
    ['a version number', ['Version 3.11.12.1984 is out.']],
  ])('is missing where there is only %s', (_, lines) => {
    expect(read(...lines).date).toBeNull()
  })
})

describe('the severity', () => {
  test.each([
    ['SEV-2', ['Severity: SEV-2']],
    ['high', ['**Severity:** high — all customers were affected']],
    ['Critical', ['- **Severity**: 🔴 Critical (payments)']],
    ['2', ['| | |', '|---|---|', '| Severity | 2 |']],
    ['minor', ['---', 'severity: minor', '---', '# Mail queue stuck']],
    ['SEV1', ['# [SEV1] Mail queue stuck']],
    ['alta', ['**Severidad:** alta']],
    ['P1', ['**严重级别：** P1']],
    ['高', ['重大度: 高']],
  ])('is %p', (severity, lines) => {
    expect(read(...lines).severity).toBe(severity)
  })

  test.each([
    ['a placeholder', ['Severity: SEV-?']],
    ['a choice', ['Severity: SEV1 / SEV2 / SEV3']],
    ['an empty label', ['# Severity of the problem grows']],
  ])('is missing where there is only %s', (_, lines) => {
    expect(read(...lines).severity).toBeNull()
  })
})

test('any text is read without an error, and the same way each time', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# ',
      '---',
      '| a | b |',
      '|---|---|',
      'Date:',
      'Severity: ',
      'title: x',
      '2026-05-06',
      '**Start**',
      '',
    ),
    fc.string({ maxLength: 30 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      expect(read(...lines)).toEqual(read(...lines))
    }),
  )
})

test.each(['2026 ', 'May 6 ', '2026-', ': ', ' | ', '-_', '**a**'])(
  'a line of %p, again and again, is read to its end',
  (piece) => {
    // Quadratic time on such a line would exceed the time limit of a test.
    expect(read(piece.repeat(20_000 / piece.length))).toHaveProperty('title')
  },
)
