import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const ownersOf = (work: string): string[] =>
  extractPostmortem(
    `# Leak\n\nThe pump stopped and all alerts were late.\n\n## Next steps\n\n${work}\n`,
  ).items.flatMap(({ owners }) => owners)

describe('who does the work, told in its own sentence', () => {
  test.each([
    ['Ada will order three seals.', ['Ada']],
    ['- Ada to order three seals', ['Ada']],
    ['Grace Hopper is going to test it by May 20.', ['Grace Hopper']],
    ['- Ada and Grace to test it every week', ['Ada', 'Grace']],
    ['- Ada will order three seals (owner: Grace)', ['Grace']],
    ['### Platform team\n\n- Ada will order three seals', ['Ada']],
  ])('%s', (work, owners) => {
    expect(ownersOf(work)).toEqual(owners)
  })

  test.each([
    'Alerts will page the night crew.',
    'Grafana will show the pressure.',
    'Monitoring will be extended.',
    'Ada will be thanked.',
  ])('nobody: %s', (work) => {
    expect(ownersOf(work)).toEqual([])
  })
})
