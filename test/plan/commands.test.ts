import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mayHoldCommand } from '../../src/plan/command-hint.ts'
import { readCommands } from '../../src/plan/commands.ts'

describe('commands in a comment', () => {
  test.each([
    ['/followthrough sync', [{ kind: 'sync' }]],
    ['/FollowThrough  STATUS please', [{ kind: 'status' }]],
    ['/followthrough', [{ kind: 'unknown', words: '' }]],
    ['/followthrough dance now', [{ kind: 'unknown', words: 'dance now' }]],
    ['/due 2026-12-01', [{ kind: 'due', words: '2026-12-01' }]],
    ['   /due\tnext Friday  ', [{ kind: 'due', words: 'next Friday' }]],
    ['Moving this.\r\n/due none\r\nThanks', [{ kind: 'due', words: 'none' }]],
    ['/due *soon* or `2026-12-01`', [{ kind: 'due', words: '*soon* or `2026-12-01`' }]],
    ['Two at once:\n\n/due none\n/followthrough sync', [{ kind: 'due', words: 'none' }, { kind: 'sync' }]],
    ['First  \n/due none', [{ kind: 'due', words: 'none' }]],
  ])('%j', (body, commands) => {
    expect(readCommands(body)).toEqual(commands)
  })

  test.each([
    'see /due 2026-12-01',
    '/dues 2026-12-01',
    '> /due none',
    '> quoted\n/due none',
    '- /due none',
    '1. /due none',
    '~~~\n/due none\n~~~',
    '    /due none',
    '`/due none`',
    'Write `a\n/due none\nb`',
    '<!-- \n/due none\n-->',
    '<details>\n/due none\n</details>',
    '# /due none',
    '| a |\n|---|\n| /due none |',
    '**/due none**',
  ])('none in %j', (body) => {
    expect(readCommands(body)).toEqual([])
  })

  test('those after the first 8,000 characters are not read', () => {
    expect(readCommands(`${'x '.repeat(5_000)}\n\n/due none`)).toEqual([])
  })

  test('whatever stands there, reading ends without an error, and the quick look misses no command', () => {
    const line = fc.constantFrom(
      '/due none',
      '> ',
      '```',
      '- ',
      '<!--',
      '`',
      '/followthrough sync',
      '    ',
      'x',
      '',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        const body = lines.join('\n')
        const commands = readCommands(body)
        expect(commands.length > 0 && !mayHoldCommand(body)).toBe(false)
      }),
    )
  })
})
