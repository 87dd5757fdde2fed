import { adoptedReferences, planAdoptions } from '../plan/adoption.ts'
import { planIssues } from '../plan/issues.ts'
import { labelsUsed, missingLabels, planLabels } from '../plan/labels.ts'
import { matchItems, type Match } from '../plan/match.ts'
import type { FiledIssues, StatusMarker } from '../plan/marker.ts'
import { filedAs, filedReference } from '../plan/filed.ts'
import { referenceKey, sameRepository } from '../plan/references.ts'
import { labelledIfLate, planNoLongerOverdue } from '../plan/overdue.ts'
import { restoredIssue } from '../plan/restore.ts'
import {
  lookupsFor,
  trackItems,
  type IssueLookup,
  type IssueReference,
  type Tracking,
  type TrackingInput,
} from '../plan/tracking.ts'
import type { Operation, PostmortemFile, RepositoryName, TrackedIssue, WishedItem } from '../plan/types.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { labelFor } from '../render/labels.ts'
import { adoptionComment, keptByAnotherProblem, permissionProblem } from '../render/notices.ts'
import { fileUrl } from '../render/urls.ts'
import { apply } from './apply.ts'
import type { Deps } from './deps.ts'
import { PermissionError } from './errors.ts'
import { issueTexts } from './issue-texts.ts'
import { otherKeeper } from './other-keeper.ts'
import type { SyncContext } from './sync.ts'
import { today } from './today.ts'

export interface IssueSync {
  /** What follows each item up now. */
  tracking: Map<WishedItem, Tracking>
  /** Issues whose item the document does not list. */
  others: TrackedIssue[]
  /** What the status is to remember. */
  record: Pick<StatusMarker, 'filed' | 'adopted'>
  operations: Operation[]
  /** Why not everything could be done, for a person to mend; what could be done is done. */
  problem: string | null
}

export interface IssueSyncInput {
  file: PostmortemFile
  /** The path before a rename, else the path. */
  knownAs: string
  postmortem: Postmortem
  wishes: WishedItem[]
  /** What the status remembers. */
  record: Pick<StatusMarker, 'filed' | 'adopted'>
}

/** Makes the issues of one postmortem agree with its file. */
export const syncIssues = async (input: IssueSyncInput, context: SyncContext): Promise<IssueSync> => {
  const { record } = input
  const before = matchOf(input, context)
  const lookups = await lookUp(trackingInput(before, input, context), context)
  const tracking = trackItems(trackingInput(before, input, context), lookups)
  const keeper = await otherKeeper(tracking, input, context)
  const missing = keeper === null ? missingItems(tracking) : []
  const { operations, denied } = await write(before, tracking, { ...input, missing }, context)
  const after = matchOf(input, context)
  const tracked = trackItems(trackingInput(after, input, context), lookups)
  return {
    tracking: tracked,
    others: after.unmatched,
    record: isAbsent(input.file, context)
      ? { filed: filedStill(input, context), adopted: record.adopted }
      : {
          filed: filedIssues(tracked, record.filed, context),
          adopted: denied === null ? adoptedReferences(tracked) : record.adopted,
        },
    operations,
    problem: problemOf(keeper, denied),
  }
}

const missingItems = (tracking: ReadonlyMap<WishedItem, Tracking>): WishedItem[] =>
  [...tracking].flatMap(([wish, { kind }]) => (kind === 'missing' ? [wish] : []))

/** @param denied the installation lacks a permission */
const problemOf = (keeper: string | null, denied: PermissionError | null): string | null => {
  if (keeper !== null) return keptByAnotherProblem(keeper)
  return denied && permissionProblem(denied.permission)
}

/** Matches against the issues as they are now; after a rename was written, under the new path. */
export const matchOf = (
  { file, knownAs, wishes, record }: Omit<IssueSyncInput, 'postmortem'>,
  { world, home }: Pick<SyncContext, 'world' | 'home'>,
): Match => {
  const paths = [...new Set([file.path, knownAs])]
  const issues = paths.flatMap((path) => world.itemsOf(file.repository, path))
  const damaged = world
    .damagedOf(filedIn(home, record.filed, file.name))
    .map(({ key, issue }) => restoredIssue(issue, key, file, wishes))
  return matchItems(wishes, [...issues, ...damaged], file.name)
}

/** Numbers of the issues that were opened in one repository, by item key. */
const filedIn = (
  home: RepositoryName,
  filed: FiledIssues,
  repository: RepositoryName,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(filed).flatMap(([key, each]) => {
      const reference = filedReference(each, repository)
      return reference !== null && sameRepository(reference, home) ? [[key, reference.number]] : []
    }),
  )

export const trackingInput = (
  match: Match,
  { wishes, record }: Pick<IssueSyncInput, 'wishes' | 'record'>,
  { snapshot, config, home }: Pick<SyncContext, 'snapshot' | 'config' | 'home'>,
): TrackingInput => ({
  wishes,
  match,
  repository: snapshot.name,
  isPrivate: snapshot.isPrivate,
  allowPublic: config.issues.allowPublic,
  host: new URL(snapshot.url).host,
  filed: record.filed,
  home,
})

const lookUp = (input: TrackingInput, { deps }: SyncContext): Promise<Map<string, IssueLookup>> =>
  lookUpAll(lookupsFor(input), deps)

/** @returns what became of the issues, by `referenceKey` */
export const lookUpAll = async (
  references: IssueReference[],
  { github }: Pick<Deps, 'github'>,
): Promise<Map<string, IssueLookup>> => {
  if (references.length === 0) return new Map()
  const answers = await github.issues(references)
  return new Map(
    references.flatMap((reference, index) => {
      const answer = answers[index]
      return answer ? [[referenceKey(reference), answer]] : []
    }),
  )
}

const write = async (
  match: Match,
  tracking: Map<WishedItem, Tracking>,
  input: IssueSyncInput & { missing: WishedItem[] },
  context: SyncContext,
): Promise<{ operations: Operation[]; denied: PermissionError | null }> => {
  const { file, postmortem, knownAs, record, missing } = input
  const { config, deps, home, snapshot, world } = context
  const issueOperations = planIssues({
    file,
    match,
    missing: missing.map((wish) => labelledIfLate(wish, config.labels.overdue, today(deps.clock))),
    identities: [...new Set([file.path, knownAs])].flatMap((path) =>
      world.identitiesOf(file.repository, path),
    ),
    removed: config.removed,
    texts: issueTexts(postmortem, file, snapshot.url, config.removed),
  })
  const adoptions = planAdoptions({
    file,
    tracking,
    adopted: record.adopted,
    label: config.labels.actionItem,
    comment: ({ item }) =>
      adoptionComment(
        { title: postmortem.title ?? file.path, url: fileUrl(snapshot.url, file.commit, file.path) },
        item,
      ),
  })
  const planned = [...issueOperations, ...adoptions]
  try {
    const operations = [...(await planMissingLabels(planned, context)), ...planned]
    await apply(operations, home, deps, (issue) => {
      world.put(issue)
    })
    const punctual = planNoLongerOverdue(
      world.itemsOf(file.repository, file.path),
      config.labels.overdue,
      today(deps.clock),
    )
    await apply(punctual, home, deps)
    return { operations: [...operations, ...punctual], denied: null }
  } catch (error) {
    if (error instanceof PermissionError) return { operations: planned, denied: error }
    throw error
  }
}

/** Asks for the repository's labels only where a label is needed that no issue of ours carries. */
const planMissingLabels = async (
  operations: Operation[],
  { world, deps, home, config }: SyncContext,
): Promise<Operation[]> => {
  const unseen = missingLabels(labelsUsed(operations), world.labels())
  if (unseen.length === 0) return []
  return planLabels(missingLabels(unseen, await deps.github.labels(home)), (name) =>
    labelFor(name, config.labels),
  )
}

const filedIssues = (
  tracking: Map<WishedItem, Tracking>,
  before: FiledIssues,
  { home, snapshot }: Pick<SyncContext, 'home' | 'snapshot'>,
): FiledIssues =>
  Object.fromEntries(
    [...tracking].flatMap(([{ key }, tracked]) => {
      if (tracked.kind === 'issue')
        return [[key, filedAs({ ...home, number: tracked.issue.number }, snapshot.name)]]
      if (tracked.kind === 'moved') return [[key, filedAs(tracked.reference, snapshot.name)]]
      const lost = before[key]
      return tracked.kind === 'deleted' && lost !== undefined ? [[key, lost]] : []
    }),
  )

const isAbsent = ({ path }: PostmortemFile, { snapshot }: SyncContext): boolean =>
  snapshot.files.get(path)?.kind === 'absent'

/**
 * A file that is gone lists nothing, but it may have another name now, or come back: what was filed for it stays known,
 * except for issues that became another postmortem's.
 */
const filedStill = ({ file, record }: IssueSyncInput, { world, home }: SyncContext): FiledIssues => {
  const ofOthers = new Set(
    world
      .items()
      .filter(({ marker }) => marker.path !== file.path)
      .map(({ number }) => filedAs({ ...home, number }, file.name)),
  )
  return Object.fromEntries(Object.entries(record.filed).filter(([, each]) => !ofOthers.has(each)))
}
