import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const textsBelow = (indented: string): string[] =>
  extractPostmortem(`Greenhouse too cold\n\nCorrective measures:\n\n${indented}\n`).items.map(
    ({ text }) => text,
  )

describe('text that was indented so far that Markdown takes it for code', () => {
  test('is read where every line begins like a sentence', () => {
    expect(
      textsBelow(
        '    Fix the valve of bed four.\n    Measure the temperature at night.\n    Order a spare pump.',
      ),
    ).toEqual(['Fix the valve of bed four.', 'Measure the temperature at night.', 'Order a spare pump.'])
  })

  test('with names of sections on lines of their own', () => {
    const { items } = extractPostmortem(
      'Greenhouse too cold\n\nCorrective measures:\n\n    Improvements/Fixes:\n        Improve the heating in general\n\n    Tasks:\n        Fix the valve of bed four\n',
    )
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['improvement', 'Improve the heating in general'],
      ['task', 'Fix the valve of bed four'],
    ])
  })

  test.each([
    ['commands', '    Restart-Service -Name heating; Start-Sleep 5'],
    ['a log', '    Error valve stuck 2026-01-02 03:04:05'],
    ['settings', '    Heating = on\n    Pump = off'],
  ])('stays code: %s', (_, code) => {
    expect(textsBelow(code)).toEqual([])
  })
})

test('loose words between HTML paragraphs stand where they were written', () => {
  const markdown =
    '# Greenhouse\n\n## Tasks\n\n<h2>Tasks</h2>\n<p>Fix the valve.</p>Owner: @ada\n<p>Order a pump.</p>\n'
  const { items } = extractPostmortem(markdown)
  expect(items.map(({ line, endLine }) => [line, endLine])).toEqual([
    [6, 6],
    [7, 7],
  ])
})
