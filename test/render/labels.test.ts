import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultConfig } from '../../src/config/schema.ts'
import { labelFor, priorityLabel } from '../../src/render/labels.ts'
import { anyText } from '../any-text.ts'

describe('priority labels', () => {
  test.each([
    ['P1', 'priority: P1'],
    ['p0', 'priority: P0'],
    ['Priority 2', 'priority: P2'],
    ['prio-3', 'priority: P3'],
    ['1', 'priority: P1'],
    ['P1 (high)', 'priority: P1'],
    ['🔴 P1', 'priority: P1'],
    ['High', 'priority: high'],
    ['🔥 CRITICAL', 'priority: critical'],
    ['medium priority', 'priority: medium'],
    ['Must have', 'priority: must have'],
    ['hoch', 'priority: hoch'],
    ['高', 'priority: 高'],
  ])('%s is %s', (written, label) => {
    expect(priorityLabel(written)).toBe(label)
  })

  test.each(['', '–', '🔴', '10', '2026-03-02', 'as soon as the vendor has answered our ticket'])(
    '%j is none',
    (written) => {
      expect(priorityLabel(written)).toBeNull()
    },
  )

  test('carry the configured prefix', () => {
    expect(priorityLabel('P1', 'prio/')).toBe('prio/P1')
  })

  test('keep to GitHub’s 50 characters and to plain letters, whatever is written', () => {
    fc.assert(
      fc.property(anyText(), (written) => {
        expect(priorityLabel(written) ?? 'none').toMatch(/^[\p{L}\p{M}\p{N} :.-]{1,50}$/u)
      }),
    )
  })
})

describe('labels to create', () => {
  const { labels } = defaultConfig

  test.each([
    ['postmortem', '5319e7', 'Follow-up work of a postmortem'],
    ['Action-Item', '1d76db', 'An action item that a postmortem commits to'],
    ['overdue', 'b60205', 'Past its due date; the label goes when it no longer is'],
    ['priority: P1', 'd93f0b', 'Priority that the postmortem states'],
    ['priority: high', 'd93f0b', 'Priority that the postmortem states'],
    ['priority: must have', 'd4c5f9', 'Priority that the postmortem states'],
    ['team-payments', 'd4c5f9', ''],
  ])('%s', (name, color, description) => {
    expect(labelFor(name, labels)).toEqual({ name, color, description })
  })

  test('are known by the names that the configuration gives them', () => {
    expect(labelFor('pm', { ...labels, postmortem: 'PM' }).color).toBe('5319e7')
    expect(labelFor('prio/P1', { ...labels, priorityPrefix: 'prio/' }).color).toBe('d93f0b')
  })

  test('have descriptions that fit GitHub’s 100 characters', () => {
    for (const name of ['postmortem', 'action-item', 'improvement', 'overdue', 'priority: P0']) {
      const { color, description } = labelFor(name, labels)
      expect(color).toMatch(/^[0-9a-f]{6}$/)
      expect(description.length).toBeLessThanOrEqual(100)
    }
  })
})
