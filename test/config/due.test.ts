import { expect, test } from '@jest/globals'
import { daysAllowed } from '../../src/config/due.ts'
import { defaultConfig } from '../../src/config/schema.ts'

const priorities = { P1: 7, High: 14 }

test.each([
  { priority: 'P1', allowed: 7 },
  { priority: ' high ', allowed: 14 },
  { priority: 'P4', allowed: 60 },
  { priority: null, allowed: 60 },
])('$priority: $allowed days', ({ priority, allowed }) => {
  expect(daysAllowed(priority, { ...defaultConfig, due: { default: 60, priorities } })).toBe(allowed)
})

test('nothing configured, nothing due', () => {
  expect(daysAllowed('P1', defaultConfig)).toBeNull()
})
