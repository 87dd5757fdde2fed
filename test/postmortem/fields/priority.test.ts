import { describe, expect, test } from '@jest/globals'
import { parsePriority, readPriorityInText } from '../../../src/postmortem/fields/priority.ts'

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

describe('a priority in a sentence', () => {
  test.each([
    ['Add an alert on queue depth with priority P1', 'P1'],
    ['Move the archive off the old disks, our top priority', 'top priority'],
    ['Replace the expired certificate, which has become urgent', 'urgent'],
    ['古いディスクの交換（最優先）', '最優先'],
    ['Trocar o disco: ficou urgente depois da falha', 'urgente'],
    ['Give urgent tickets a queue of their own', null],
    ['Lower the priority of batch jobs', null],
  ])('%p states %p', (sentence, priority) => {
    expect(readPriorityInText(sentence)).toBe(priority)
  })
})
