import { dayIn } from '../plan/weeks.ts'
import type { IsoDate } from '../postmortem/types.ts'
import type { Clock } from './ports.ts'

/** Where days begin, unless the deployment says otherwise. */
const DEFAULT_TIME_ZONE = 'UTC'

export const timeZoneOf = ({ timeZone = DEFAULT_TIME_ZONE }: Partial<Clock> = {}): string => timeZone

/** The day that it is where the team works. */
export const today = (clock: Clock): IsoDate => dayIn(timeZoneOf(clock))(clock.now())
