import { describe, expect, test } from '@jest/globals'
import { parseOwners } from '../../../src/postmortem/fields/index.ts'

describe('parseOwners', () => {
  test.each([
    ['Mira Olsen', ['Mira Olsen']],
    ['Mira, Tom and @ops', ['Mira', 'Tom', '@ops']],
    ['Mira & Tom', ['Mira', 'Tom']],
    ['Import & Export Team', ['Import & Export Team']],
    ['Platform + SRE', ['Platform', 'SRE']],
    ['docs / platform', ['docs', 'platform']],
    ['Mira<br>Tom', ['Mira', 'Tom']],
    ['@mira @tom', ['@mira', '@tom']],
    ['@acme/payments, @mira', ['@acme/payments', '@mira']],
    ['SRE - @mira', ['SRE - @mira']],
    ['Mira (on-call)', ['Mira (on-call)']],
    ['R&D', ['R&D']],
    ['Data', ['Data']],
    ['Mira y Tomás', ['Mira', 'Tomás']],
    ['田中、鈴木', ['田中', '鈴木']],
    ['Mira Olsen.', ['Mira Olsen']],
  ])('reads %p', (value, owners) => {
    expect(parseOwners(value)).toEqual(owners)
  })

  test.each([
    '',
    '-',
    '—',
    'TBD',
    'tbd (SRE?)',
    'N/A',
    'Unassigned',
    '<owner>',
    '[Name]',
    '@owner',
    '?',
    '未定',
    '待定',
  ])('finds nobody in %p', (value) => {
    expect(parseOwners(value)).toEqual([])
  })

  test('leaves placeholders out beside people', () => {
    expect(parseOwners('Mira, TBD')).toEqual(['Mira'])
  })
})
