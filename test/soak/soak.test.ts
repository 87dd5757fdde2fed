import { describe, expect, test } from '@jest/globals'
import { isFlat, measurementsIn, slopeOf } from './measurements.ts'
import { playSoak } from './soak.ts'

/** `npm run soak` goes on for ten minutes, in twelve repositories. */
test('people work side by side while requests fail, and in the end all is as it should be', async () => {
  const { acts, lost, disagreements } = await playSoak({
    repositories: 3,
    seed: 1,
    isOver: (rounds) => rounds >= 2,
  })
  expect({ acts, lost, disagreements }).toEqual({ acts: 6, lost: [], disagreements: [] })
}, 120_000)

describe('memory', () => {
  const measured = (...megabytes: number[]): [number, number][] =>
    megabytes.map((value, minute) => [minute, value])

  test.each<[string, [number, number][], number, boolean]>([
    ['stays as it is', measured(40, 40, 40, 40), 0, true],
    ['varies', measured(40, 42, 39, 41), 0, true],
    ['shrinks', measured(48, 46, 44, 42), -2, true],
    ['grows', measured(40, 44, 48, 52), 4, false],
  ])('%s', (_, points, slope, flat) => {
    expect(slopeOf(points)).toBeCloseTo(slope, 5)
    expect(isFlat(points)).toBe(flat)
  })

  test('is told by the probe in lines of its own, among those of the log', () => {
    const line = '{"probe":"followthrough","rss":300,"heap":40}'
    expect(measurementsIn(`{"msg":"Job finished"}\n${line}\nWarning: something\n`)).toEqual([
      { probe: 'followthrough', rss: 300, heap: 40 },
    ])
  })
})
