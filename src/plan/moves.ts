import type { TrackedIssue, WishedItem } from './types.ts'

/** What does not match between a file and its issues. */
export interface LooseEnds {
  path: string
  /** Items without an issue. */
  wishes: WishedItem[]
  /** Issues whose item the file does not list. */
  issues: TrackedIssue[]
  /** Every identity that was given to an issue of this file. */
  identities: readonly string[]
}

/**
 * Finds the items that moved from one postmortem to another in one change, as when one is split or two become one: the
 * same text left a file and stands in another one without an issue.
 *
 * An identity that the other file has given already stays where it is: two issues of one identity are taken for
 * duplicates.
 *
 * @returns the issues of these items, each with the path of the file that lists it now
 */
export const planMoves = (files: LooseEnds[]): Map<TrackedIssue, string> => {
  const moves = new Map<TrackedIssue, string>()
  for (const { path, wishes, identities } of files) {
    const taken = new Set(identities)
    const offered = files.filter((file) => file.path !== path).flatMap(({ issues }) => issues)
    for (const wish of wishes) {
      const issue = offered.find(
        (each) =>
          each.marker.fingerprint === wish.fingerprint && !moves.has(each) && !taken.has(each.marker.item),
      )
      if (issue === undefined) continue
      moves.set(issue, path)
      taken.add(issue.marker.item)
    }
  }
  return moves
}
