import fc from 'fast-check'
import type { FaultKind, FaultRule } from '../../src/local-github/faults.ts'
import type { LocalGitHub } from '../../src/local-github/server.ts'

/** Those that the app must outlast without anybody's help. */
const kinds: FaultKind[] = [
  '502-before',
  '502-after',
  '500',
  '403-secondary',
  '429',
  '403-primary',
  '401',
  'drop-before',
  'drop-after',
]

const faults: fc.Arbitrary<FaultRule[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...kinds) },
      { weight: 1, arbitrary: fc.constant<FaultKind>('hang') },
    ),
    nth: fc.integer({ min: 1, max: 60 }),
    match: fc.constant(() => true),
  }),
  { maxLength: 3 },
)

const redelivered = fc.array(fc.nat(), { maxLength: 5 })

/** As GitHub keeps only the latest, so that a long soak does not fill its memory. */
const KEPT_DELIVERIES = 500

/**
 * Disturbs the next round: some requests will fail, and some webhooks come once more.
 *
 * @returns how many of each
 */
export const disturb = (github: LocalGitHub, random: number): { faults: number; redeliveries: number } => {
  github.deliveries.splice(0, github.deliveries.length - KEPT_DELIVERIES)
  const [rules = []] = fc.sample(faults, { seed: random, numRuns: 1 })
  for (const rule of rules) github.fault(rule)
  const [choices = []] = fc.sample(redelivered, { seed: random, numRuns: 1 })
  const again = choices.flatMap((choice) => github.deliveries[choice % github.deliveries.length] ?? [])
  for (const delivery of again) void github.redeliver(delivery)
  return { faults: rules.length, redeliveries: again.length }
}
