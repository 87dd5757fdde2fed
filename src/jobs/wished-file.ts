import type { Config } from '../config/schema.ts'
import type { WishedItem } from '../plan/types.ts'
import { wishedItems } from '../plan/wish.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { priorityLabel } from '../render/labels.ts'
import type { FileOnDefaultBranch } from './ports.ts'
import { readPostmortem, type Reading } from './read-postmortem.ts'
import { pathBeforeRename } from './rename.ts'
import type { SyncContext } from './sync.ts'
import { today } from './today.ts'

/** A postmortem's file on the default branch, and what it wants of the issues. */
export interface WishedFile {
  path: string
  /** The path that it had before a rename, as its content tells; else its path. */
  knownAs: string
  read: FileOnDefaultBranch
  reading: Reading
  /** Its items as they should stand on GitHub; none where it cannot be read. */
  wishes: WishedItem[]
}

/** Reads what a postmortem wants. */
export const readWishedFile = async (path: string, context: SyncContext): Promise<WishedFile> => {
  const { snapshot, config, deps } = context
  const read = snapshot.files.get(path) ?? { kind: 'absent' }
  const reading = await readPostmortem(read, deps.extractor)
  const mergedOn = read.kind === 'absent' ? today(deps.clock) : read.history.committedAt.slice(0, 10)
  const wishes = reading.kind === 'read' ? wishesOf(reading.postmortem, mergedOn, config) : []
  const knownAs = (await pathBeforeRename(path, wishes, context)) ?? path
  return { path, knownAs, read, reading, wishes }
}

/** The items of a postmortem as they should stand on GitHub. */
export const wishesOf = (postmortem: Postmortem, mergedOn: string, config: Config): WishedItem[] =>
  wishedItems(postmortem, {
    config,
    mergedOn,
    priorityLabel: (priority) => priorityLabel(priority, config.labels.priorityPrefix),
  })
