import { parseConfig } from '../config/parse.ts'
import { replaceRecord } from '../plan/block.ts'
import type { ItemMarker } from '../plan/marker.ts'
import { sameRepository } from '../plan/references.ts'
import type { Operation, RepositoryName } from '../plan/types.ts'
import { parseDue } from '../postmortem/fields/index.ts'
import type { IsoDate } from '../postmortem/types.ts'
import {
  configurationFirst,
  dueBelongsOnIssues,
  dueStandsInPostmortem,
  issuesGoElsewhere,
  noSuchDate,
  postmortemOutOfSight,
} from '../render/command.ts'
import { apply } from './apply.ts'
import { complaint, type Outcome } from './command-outcome.ts'
import { syncFrom, type Subject } from './command-subject.ts'
import type { Deps } from './deps.ts'
import { findHome } from './home.ts'
import { today } from './today.ts'

/** Writes the date into the issue's record, which wins over the document until that says something else. */
export const setDue = async (
  words: string,
  subject: Subject,
  repository: RepositoryName,
  deps: Deps,
): Promise<Outcome> => {
  if (subject.kind === 'adopted') return complaint(dueStandsInPostmortem)
  if (subject.kind !== 'item') return complaint(dueBelongsOnIssues)
  const due = readDate(words, today(deps.clock))
  if (due === undefined) return complaint(noSuchDate(words))
  const { issue, marker } = subject
  const refusal = await refusalOf(marker, repository, deps)
  if (refusal !== null) return complaint(refusal)
  const record: ItemMarker = { ...marker, due, dueBy: 'command' }
  const update: Operation = {
    kind: 'update-issue',
    number: issue.number,
    changes: { body: replaceRecord(issue.body, record) },
    reason: 'due date set by command',
  }
  const isNew = marker.due !== due || marker.dueBy !== 'command'
  const written = isNew ? [update] : []
  await apply(written, repository, deps)
  return {
    operations: [...written, ...(await syncFrom(marker, repository, deps))],
    answer: null,
  }
}

/**
 * A date is followed only where the issues of the postmortem go now: of one that stays elsewhere the record is not read.
 *
 * @param here the repository of the issue
 * @returns why the date would not be followed; null where it is
 */
const refusalOf = async (marker: ItemMarker, here: RepositoryName, deps: Deps): Promise<string | null> => {
  const name = await deps.github.repositoryName(marker.repository)
  if (name === null) return postmortemOutOfSight
  const snapshot = await deps.github.snapshot(name, [])
  const parsed = parseConfig(snapshot.config)
  if (!parsed.ok) return configurationFirst
  const home = await findHome(snapshot, parsed.config, deps)
  return sameRepository(home.name, here) ? null : issuesGoElsewhere
}

/** @returns null for no due date, undefined for words that name none */
const readDate = (words: string, reference: IsoDate): IsoDate | null | undefined =>
  /^none[.!]?$/i.test(words) ? null : (parseDue(words, reference).due ?? undefined)
