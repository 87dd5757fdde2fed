const LONGEST_SECONDS = 900

/** Waits that double with each failure, up to a quarter of an hour. */
export const doubling =
  (firstSeconds: number) =>
  (failures: number): number =>
    Math.min(firstSeconds * 2 ** (failures - 1), LONGEST_SECONDS)
