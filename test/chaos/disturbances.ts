import type { FaultKind, FaultRule } from '../../src/local-github/faults.ts'

/** A fault at the request with this number, counted from 1 over everything that follows. */
type Strike = (nth: number) => Omit<FaultRule, 'match'>[]

const once =
  (kind: FaultKind): Strike =>
  (nth) => [{ nth, kind }]

/** What can go wrong at one request. A process that was killed sends nothing more until it is started again. */
export const disturbances = {
  'process killed before the request': (nth) => [{ nth, times: Infinity, kind: 'drop-before' }],
  'process killed after its effect': (nth) => [
    { nth, kind: 'drop-after' },
    { nth: nth + 1, times: Infinity, kind: 'drop-before' },
  ],
  '502 before the effect': once('502-before'),
  '502 after the effect': once('502-after'),
  'secondary limit': once('403-secondary'),
  'too many requests': once('429'),
  'connection dropped before the effect': once('drop-before'),
  'connection dropped after the effect': once('drop-after'),
  'no answer': once('hang'),
  'token expired': once('401'),
  'not found': once('404'),
} satisfies Record<string, Strike>

export type Disturbance = keyof typeof disturbances

export const disturbanceNames = Object.keys(disturbances) as Disturbance[]
