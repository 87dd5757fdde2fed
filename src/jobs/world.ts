import { parseMarker, type ItemMarker, type Marker, type TrackingMarker } from '../plan/marker.ts'
import { DASHBOARD_TITLE } from '../plan/dashboard.ts'
import type { Issue, TrackedIssue } from '../plan/types.ts'

type Marked<M> = Issue & { marker: M }

/**
 * The issues that the app opened in the repository where issues go, as they are after all writes
 * so far. Listed once for a job and kept current, so that nothing is read twice.
 */
export class World {
  readonly #issues: Map<number, Marked<Marker | null>>
  /** Issues that `move` moved, as they were. */
  readonly #moved = new Map<number, TrackedIssue>()

  constructor(issues: Issue[]) {
    this.#issues = new Map(
      issues.map((issue) => [issue.number, { ...issue, marker: parseMarker(issue.body) }]),
    )
  }

  /** Takes over what GitHub answered to a write. */
  put(issue: Issue): void {
    this.#issues.set(issue.number, { ...issue, marker: parseMarker(issue.body) })
  }

  /** Every issue of an action item, those closed as duplicates left out. */
  items(): TrackedIssue[] {
    return [...this.#issues.values()].filter(isItem).filter(({ marker }) => marker.duplicateOf === null)
  }

  /** The issues of one postmortem's items. */
  itemsOf(repository: number, path: string): TrackedIssue[] {
    return this.items().filter(({ marker }) => marker.repository === repository && marker.path === path)
  }

  /** Takes an issue for one of another file of its repository, to which its item moved; the sync of that file writes it so. */
  move(issue: TrackedIssue, path: string): void {
    this.#moved.set(issue.number, issue)
    this.#issues.set(issue.number, { ...issue, marker: { ...issue.marker, path } })
  }

  hasMoved({ number }: Issue): boolean {
    return this.#moved.has(number)
  }

  /** The issues of one postmortem that moved away, as they were. */
  movedFrom(repository: number, path: string): TrackedIssue[] {
    return [...this.#moved.values()].filter(
      ({ marker }) => marker.repository === repository && marker.path === path,
    )
  }

  /** The paths of all postmortems with issues. */
  pathsOf(repository: number): ReadonlySet<string> {
    const items = this.items().filter(({ marker }) => marker.repository === repository)
    return new Set(items.map(({ marker }) => marker.path))
  }

  /** Every identity that was given to an issue of this postmortem, duplicates included. */
  identitiesOf(repository: number, path: string): string[] {
    return [...this.#issues.values()]
      .filter(isItem)
      .filter(({ marker }) => marker.repository === repository && marker.path === path)
      .map(({ marker }) => marker.item)
  }

  /** The tracking issues of all postmortems. */
  trackingIssues(): Marked<TrackingMarker>[] {
    return [...this.#issues.values()].filter(isTracking)
  }

  /** The tracking issue of one postmortem. */
  trackingIssueOf(repository: number, path: string): Marked<TrackingMarker> | undefined {
    return this.trackingIssues().find(
      ({ marker }) => marker.repository === repository && marker.path === path,
    )
  }

  /**
   * The dashboards of a repository, the oldest first.
   *
   * @param byTitle whether one that a person emptied is known by its title: where it can be no other repository's
   */
  dashboardsOf(repository: number, byTitle: boolean): Issue[] {
    return [...this.#issues.values()]
      .filter(({ marker, title }) =>
        marker === null
          ? byTitle && title === DASHBOARD_TITLE
          : marker.kind === 'dashboard' && marker.repository === repository,
      )
      .toSorted((left, right) => left.number - right.number)
  }

  /** Issues that the status says were filed for an item, but whose record a person damaged or removed. */
  damagedOf(filed: Record<string, number>): { key: string; issue: Issue }[] {
    return Object.entries(filed).flatMap(([key, number]) => {
      const issue = this.#issues.get(number)
      return issue?.marker === null ? [{ key, issue }] : []
    })
  }

  /** Labels that exist for certain, since an issue carries them. */
  labels(): string[] {
    return [...this.#issues.values()].flatMap(({ labels }) => labels)
  }
}

const isItem = (issue: Marked<Marker | null>): issue is Marked<ItemMarker> => issue.marker?.kind === 'item'

const isTracking = (issue: Marked<Marker | null>): issue is Marked<TrackingMarker> =>
  issue.marker?.kind === 'tracking'
