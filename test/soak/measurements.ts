import type { Measurement } from './probe.ts'

/** The lines of the probe in what a process wrote. */
export const measurementsIn = (written: string): Measurement[] =>
  written
    .split('\n')
    .filter((line) => line.startsWith('{"probe":'))
    .map((line) => JSON.parse(line) as Measurement)

/**
 * The slope of the line that fits points best, by least squares.
 *
 * @returns the change of the second number for each unit of the first; 0 for fewer than two points
 */
export const slopeOf = (points: [number, number][]): number => {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread
}

/** Over the time of the measurements, the fitted line rises by so much of its mean at most. */
const MOST_RISE = 0.1

/** Whether memory does not grow, give or take what a measurement varies. */
export const isFlat = (points: [number, number][]): boolean => {
  const times = points.map(([time]) => time)
  const mean = points.reduce((sum, [, value]) => sum + value, 0) / points.length
  return slopeOf(points) * (Math.max(...times) - Math.min(...times)) <= mean * MOST_RISE
}
