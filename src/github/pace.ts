/** How fast writes may go. */
export interface Pace {
  /** Milliseconds from the start of one write to the next. */
  intervalMs: number
  /** In any span of so many milliseconds, at most so many requests that create something. */
  creations: { spanMs: number; most: number }[]
  /** A request that would have to wait longer fails, and says for how long it has to be left alone. */
  longestWaitMs: number
}

/**
 * GitHub asks for a second between writes, and allows 80 creations a minute and 500 an hour. A little is left
 * for others who act for the same account.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const GITHUB_PACE: Pace = {
  intervalMs: 1_000,
  creations: [
    { spanMs: 60_000, most: 75 },
    { spanMs: 3_600_000, most: 450 },
  ],
  // The queue waits without holding anything.
  longestWaitMs: 120_000,
}

/** For a GitHub that does not mind: writes still go one at a time. */
export const NO_HURRY_NEEDED: Pace = { intervalMs: 0, creations: [], longestWaitMs: 0 }

/**
 * The pace of one process of several that share what GitHub allows: one that writes half as often creates half as much.
 *
 * @param intervalMs milliseconds from the start of one write of this process to the next; 0 where GitHub does not mind
 */
export const paceOfShare = (intervalMs: number): Pace => {
  if (intervalMs === 0) return NO_HURRY_NEEDED
  const share = Math.min(1, GITHUB_PACE.intervalMs / intervalMs)
  return {
    ...GITHUB_PACE,
    intervalMs,
    creations: GITHUB_PACE.creations.map(({ spanMs, most }) => ({ spanMs, most: Math.floor(most * share) })),
  }
}
