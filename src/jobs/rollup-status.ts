import { basename } from 'node:path/posix'
import { parseMarker, type StatusMarker, type TrackingMarker } from '../plan/marker.ts'
import type { OwnComment } from '../plan/weekly-comments.ts'
import type { StatusView } from '../plan/status.ts'
import { issuesOf, statusView } from '../plan/status-view.ts'
import { referenceKey } from '../plan/references.ts'
import { lookupsFor, trackItems, type TrackingInput } from '../plan/tracking.ts'
import type { Issue, PostmortemFile } from '../plan/types.ts'
import { singleLine, truncate } from '../render/clean.ts'
import { unreadableProblem } from '../render/notices.ts'
import { fileUrl } from '../render/urls.ts'
import type { Deps } from './deps.ts'
import { configurations } from './followed.ts'
import { readPostmortem } from './read-postmortem.ts'
import type { FollowedPostmortem, RollupContext } from './rollup-facts.ts'
import { lookUpAll, matchOf, trackingInput } from './sync-issues.ts'
import { NO_POSTMORTEM } from './sync-postmortem.ts'
import { today } from './today.ts'
import { wishesOf } from './wished-file.ts'

export interface PostmortemStatus extends FollowedPostmortem {
  status: StatusView
  /** Every issue that follows an item up, adopted ones included. */
  followed: Issue[]
  /** The app's comments at its place. */
  comments: OwnComment[]
  /** The comment that shows the status; null where there is none, or an issue shows it. */
  shown: { comment: OwnComment; record: StatusMarker } | null
}

/** The app's comments by the key of the place. */
export type Threads = ReadonlyMap<string, OwnComment[]>

/** Reads the app's comments at the places of postmortems: pull requests here, and tracking issues where issues go. */
export const readThreads = async (
  postmortems: FollowedPostmortem[],
  { github }: Pick<Deps, 'github'>,
): Promise<Threads> => {
  const threads = new Map<string, OwnComment[]>()
  const places = Map.groupBy(
    postmortems.map(({ place }) => place),
    ({ owner, repo }) => `${owner}/${repo}`,
  )
  for (const [first, ...rest] of places.values()) {
    if (first === undefined) continue
    const { owner, repo } = first
    const numbers = [first, ...rest].map(({ number }) => number)
    for (const [number, comments] of await github.ownCommentsOn({ owner, repo }, numbers)) {
      threads.set(referenceKey({ owner, repo, number }), comments)
    }
  }
  return threads
}

/**
 * The status of postmortems as a sync would write it, read for all of them together: what items link is looked up in
 * one request.
 */
export const readStatuses = async (
  postmortems: FollowedPostmortem[],
  threads: Threads,
  context: RollupContext,
): Promise<PostmortemStatus[]> => {
  const { deps } = context
  const configOf = configurations(context.config)
  const readings = []
  for (const postmortem of postmortems) {
    const comments = threads.get(referenceKey(postmortem.place)) ?? []
    readings.push(await readOne(postmortem, comments, { ...context, config: configOf(postmortem.path) }))
  }
  const references = readings.flatMap(({ input }) => (input === null ? [] : lookupsFor(input)))
  const lookups = await lookUpAll(references, deps)
  return readings.map(({ postmortem, comments, title, problem, file, input }) => {
    const facts = {
      tracking: input === null ? new Map() : trackItems(input, lookups),
      others: input === null ? postmortem.issues : input.match.unmatched,
    }
    const status = statusView({
      ...facts,
      title: truncate(singleLine(title), 200),
      path: file.path,
      fileUrl: fileUrl(context.snapshot.url, file.commit, file.path),
      home: context.home,
      shownIn: context.snapshot.name,
      today: today(deps.clock),
      problems: problem === null ? [] : [problem],
    })
    const shown = statusComment(comments, postmortem, context)
    return { ...postmortem, status, followed: issuesOf(facts), comments, shown }
  })
}

interface OneReading {
  postmortem: FollowedPostmortem
  comments: OwnComment[]
  title: string
  file: PostmortemFile
  problem: string | null
  /** Null where the file cannot be read: its issues are all that is known then. */
  input: TrackingInput | null
}

const readOne = async (
  postmortem: FollowedPostmortem,
  comments: OwnComment[],
  { snapshot, config, home, world, deps }: RollupContext,
): Promise<OneReading> => {
  const { path, issues, place } = postmortem
  const onBranch = snapshot.files.get(path) ?? { kind: 'absent' as const }
  const reading = await readPostmortem(onBranch, deps.extractor)
  const history = onBranch.kind === 'absent' ? null : onBranch.history
  const document = reading.kind === 'read' ? reading.postmortem : NO_POSTMORTEM
  const file: PostmortemFile = {
    repository: snapshot.id,
    name: snapshot.name,
    path,
    pullRequest: place.number,
    commit: history?.commit ?? issues[0].marker.source.commit,
  }
  const base = { postmortem, comments, file, title: document.title ?? basename(path) }
  if (reading.kind === 'unreadable') return { ...base, problem: reading.problem, input: null }
  if (reading.kind === 'deleted')
    return { ...base, problem: unreadableProblem({ kind: 'deleted' }), input: null }
  const wishes = wishesOf(document, history?.committedAt.slice(0, 10) ?? today(deps.clock), config)
  const record = recordOf(postmortem, comments, { snapshot, world })
  const match = matchOf({ file, knownAs: path, wishes, record }, { world, home })
  const input = trackingInput(match, { wishes, record }, { snapshot, config, home })
  return { ...base, problem: null, input }
}

/** What the status of a postmortem remembers. */
const recordOf = (
  { path }: FollowedPostmortem,
  comments: OwnComment[],
  { snapshot, world }: Pick<RollupContext, 'snapshot' | 'world'>,
): Pick<StatusMarker | TrackingMarker, 'filed' | 'adopted'> => {
  const inComment = statusComment(comments, { path }, { snapshot })?.record
  const inIssue = (): TrackingMarker | undefined => world.trackingIssueOf(snapshot.id, path)?.marker
  return inComment ?? inIssue() ?? { filed: {}, adopted: [] }
}

const statusComment = (
  comments: OwnComment[],
  { path }: Pick<FollowedPostmortem, 'path'>,
  { snapshot }: Pick<RollupContext, 'snapshot'>,
): PostmortemStatus['shown'] => {
  for (const comment of comments) {
    const record = parseMarker(comment.body)
    const isOfPostmortem =
      record?.kind === 'status' && record.repository === snapshot.id && record.path === path
    if (isOfPostmortem) return { comment, record }
  }
  return null
}
