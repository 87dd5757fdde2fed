import { parseOwners } from '../owners.ts'
import type { Facts } from './facts.ts'
import type { Frame } from './note.ts'
import { beginsAsTeam, isGroup, isName, isNameAlone, isTeam, pairOf } from './people.ts'

const handles = /^(?:@[\p{L}\p{N}][\p{L}\p{N}_.-]*(?:\/[\w.-]+)?(?:\s*(?:[&,+]|and)\s*|\s+|$)){1,5}$/u

/** Reads a part of a note that names who does the work; how much it takes to be believed depends on the frame. */
export function readPeople(part: string, frame: Frame): Partial<Facts> | null {
  if (frame === 'labelled') return null
  if (handles.test(part)) return { owners: parseOwners(part) }
  if (isTeam(part, frame === 'square' || (frame === 'round' && isUpperCase(part))) || beginsAsTeam(part))
    return { owners: [part] }
  if (frame === 'stop') return null
  const pair = pairOf(part)
  if (pair) return { owners: pair }
  const isPerson = frame === 'dash' ? isNameAlone(part) : isName(part)
  return isPerson || isLoneGroup(part, frame) ? { owners: [part] } : null
}

/** "(SRE)": in round brackets "(infra)" is more often the place of the work. */
function isUpperCase(part: string): boolean {
  return /^\p{Lu}{2,}$/u.test(part)
}

/** "— dc ops": a group of two words behind a dash; a department alone can be the place of the work. */
function isLoneGroup(part: string, frame: Frame): boolean {
  return frame === 'dash' && part.split(' ').length === 2 && isGroup(part)
}
