import { describe, expect, test } from '@jest/globals'
import { dropPictographs, readBullet } from '../../../src/postmortem/blocks/bullets.ts'

describe('readBullet', () => {
  test.each([
    ['• Drain the queue', null],
    ['→ Drain the queue', null],
    ['-> Drain the queue', null],
    ['=>Drain the queue', null],
    ['— Drain the queue', null],
    ['2) Drain the queue', null],
    ['2、Drain the queue', null],
    ['・Drain the queue', null],
    ['o Drain the queue', null],
    ['4.2 Drain the queue', null],
    ['☐ Drain the queue', false],
    ['⬜ Drain the queue', false],
    ['-[ ] Drain the queue', false],
    ['- [~] Drain the queue', false],
    ['✅ Drain the queue', true],
    ['• [x] Drain the queue', true],
  ])('reads "%s"', (text, checked) => {
    expect(readBullet(text)).toEqual({ text: 'Drain the queue', checked })
  })

  test.each(['Drain the queue', '14:05 Queue drained', '5.2 seconds of lag', '✅ Done:', '-5 degrees', '•'])(
    'sees none in "%s"',
    (text) => {
      expect(readBullet(text)).toBeNull()
    },
  )
})

test('emoji before a name are no part of it', () => {
  expect(dropPictographs('🛠️ Next steps')).toBe('Next steps')
})
