import { describe, expect, test } from '@jest/globals'
import { parsePriority } from '../../../src/postmortem/fields/index.ts'

describe('parsePriority', () => {
  test.each([
    ['P1', 'P1'],
    ['High', 'High'],
    ['🔴 High', 'High'],
    ['Must', 'Must'],
    ['P1 (urgent)', 'P1 (urgent)'],
    ['Média', 'Média'],
    ['高', '高'],
    ['1', '1'],
  ])('reads %p', (value, priority) => {
    expect(parsePriority(value)).toBe(priority)
  })

  test.each(['', '-', 'TBD', 'n/a', '⬜'])('finds none in %p', (value) => {
    expect(parsePriority(value)).toBeNull()
  })
})
