import { describe, expect, test } from '@jest/globals'
import type { Check } from '../../src/plan/check.ts'
import type { FilePreview, PreviewRow } from '../../src/plan/preview.ts'
import type { Finding } from '../../src/postmortem/findings/types.ts'
import {
  configurationCheck,
  effectWords,
  failedCheck,
  previewCheck,
  type PreviewCheckInput,
} from '../../src/render/check.ts'
import { golden } from '../golden.ts'
import { attacks } from './attacks.ts'
import { dangers, tableWidths } from './reading.ts'

const issue = (number: number): PreviewRow['issue'] => ({
  number,
  url: `https://github.com/acme/shop/issues/${number}`,
})

const aRow = (changes: Partial<PreviewRow> = {}): PreviewRow => ({
  title: 'Alert when the replica lags',
  effect: 'opened',
  issue: null,
  owners: ['@alice'],
  due: '2026-04-01',
  ...changes,
})

const aFinding = (changes: Partial<Finding> = {}): Finding => ({
  id: 'no-owner',
  severity: 'warning',
  message: 'This item has no owner.',
  line: 12,
  endLine: 12,
  item: 0,
  ...changes,
})

const aFile = (changes: Partial<FilePreview> = {}): FilePreview => ({
  path: 'docs/postmortems/checkout.md',
  title: 'Checkout slow after failover',
  rows: [aRow()],
  findings: [],
  problems: [],
  ...changes,
})

const aCheck = (changes: Partial<PreviewCheckInput> = {}): Check =>
  previewCheck({
    effect: { opened: 1, updated: 0, closed: 0, reopened: 0 },
    files: [aFile()],
    required: [],
    ...changes,
  })

/** All that a reader of the check sees. */
const page = ({ conclusion, title, summary, annotations }: Check): string =>
  [
    `${conclusion}: ${title}`,
    summary,
    ...annotations.map(
      ({ path, line, endLine, level, title: id, message }) =>
        `${path}:${line}-${endLine} ${level} ${id}: ${message}`,
    ),
  ].join('\n\n')

const weak = [
  aFinding({
    id: 'no-prevention',
    item: null,
    line: 1,
    endLine: 1,
    message: 'Nothing keeps it from happening again.',
  }),
  aFinding(),
  aFinding({ line: 14, endLine: 15, item: 1 }),
  aFinding({
    id: 'no-due-date',
    severity: 'notice',
    line: 14,
    endLine: 15,
    item: 1,
    message: 'No due date.',
  }),
]

test.each([
  ['check-nothing-to-mend', aCheck()],
  ['check-advice', aCheck({ files: [aFile({ findings: weak })] })],
  ['check-required', aCheck({ files: [aFile({ findings: weak })], required: ['no-owner'] })],
  [
    'check-every-effect',
    aCheck({
      effect: { opened: 1, updated: 2, closed: 1, reopened: 1 },
      files: [
        aFile({
          rows: [
            aRow(),
            aRow({ effect: 'updated', issue: issue(7), title: 'Page on call' }),
            aRow({ effect: 'closed', issue: issue(8), title: 'Pin the client' }),
            aRow({ effect: 'reopened', issue: issue(9), title: 'Rehearse the failover' }),
            aRow({ effect: 'kept', issue: issue(10), title: 'Limit retries' }),
            aRow({ effect: 'adopted', issue: issue(11), title: 'Shard the index' }),
            aRow({ effect: 'moved', issue: issue(12), title: 'Rotate the keys' }),
            aRow({ effect: 'elsewhere', title: 'Ask the vendor' }),
            aRow({ effect: 'deleted', title: 'Buy more disks' }),
            aRow({ effect: 'done', title: 'Restart the hosts', owners: [], due: null }),
            aRow({ effect: 'not-filed', title: 'Monitor more' }),
          ],
        }),
        aFile({
          path: 'docs/postmortems/gone.md',
          title: null,
          rows: [aRow({ effect: 'updated', issue: issue(3), title: 'Queue the mails' })],
          problems: ['The file was deleted.\nIssues that were opened for it stay.'],
        }),
      ],
    }),
  ],
  [
    'check-configuration',
    configurationCheck(
      [
        {
          file: 'repository',
          line: 3,
          column: 1,
          key: 'lables',
          message: 'lables is not a known key',
          expected: 'one of labels',
        },
        { file: 'owner', line: 1, column: 5, key: 'due', message: 'due is "soon"', expected: 'a mapping' },
      ],
      true,
    ),
  ],
  ['check-failed', failedCheck('72d3162e-cc78-11e3-81ab-4c9367dc0958')],
])('%s', (name, check) => {
  expect(page(check)).toBe(golden(`render/golden/${name}.md`, page(check)))
})

test.each([
  [{ opened: 1, updated: 0, closed: 0, reopened: 0 }, '1 issue will be opened'],
  [{ opened: 5, updated: 1, closed: 0, reopened: 0 }, '5 issues will be opened, 1 updated'],
  [{ opened: 0, updated: 0, closed: 1, reopened: 2 }, '1 issue will be closed, 2 reopened'],
  [{ opened: 0, updated: 0, closed: 0, reopened: 0 }, 'No issue will be opened or changed'],
])('%j: %s', (effect, words) => {
  expect(effectWords(effect)).toBe(words)
})

describe('texts of strangers', () => {
  test.each(Object.entries(attacks))('%s can break nothing', (_, text) => {
    const { summary } = aCheck({
      files: [
        aFile({
          title: text,
          rows: [aRow({ title: text, owners: [text] })],
          findings: [aFinding({ message: `The incident was severe (${text}).` })],
        }),
      ],
    })
    expect(dangers(summary)).toEqual([])
    expect(tableWidths(summary)).toEqual([[4, 4]])
  })

  test('a problem of the configuration quotes what it is about safely', () => {
    const { summary } = configurationCheck(
      [
        {
          file: 'repository',
          line: 1,
          column: 1,
          key: 'a',
          message: '@acme/everyone <!-- is not known',
          expected: 'b',
        },
      ],
      false,
    )
    expect(dangers(summary)).toEqual([])
  })
})

describe('the summary stays within what GitHub takes, and says what is left out', () => {
  const mostCharacters = 65_535

  test('for a postmortem of a thousand items', () => {
    const { summary, annotations } = aCheck({
      files: [
        aFile({
          rows: Array.from({ length: 1000 }, (_, index) => aRow({ title: `Replace host ${index}` })),
          findings: Array.from({ length: 1000 }, (_, index) =>
            aFinding({ line: index + 1, message: `Remark ${index}.` }),
          ),
        }),
      ],
    })
    expect(summary.length).toBeLessThan(mostCharacters)
    expect(summary).toMatch(/And \d{3} more items\./)
    expect(summary).toMatch(/And \d{3} more remarks, on their lines\./)
    expect(annotations).toHaveLength(1000)
  })

  test('for a remark on a thousand lines', () => {
    const findings = Array.from({ length: 1000 }, (_, index) => aFinding({ line: index + 1 }))
    expect(aCheck({ files: [aFile({ findings })] }).summary).toMatch(
      /, lines 1, 2, .*, 20 and 980 more: This item/,
    )
  })

  test('for a thousand postmortems', () => {
    const { summary } = aCheck({ files: Array.from({ length: 1000 }, () => aFile({ findings: weak })) })
    expect(summary.length).toBeLessThan(mostCharacters)
    expect(summary).toMatch(/And \d{3} more postmortems, for which there is no room here\.$/)
  })
})
