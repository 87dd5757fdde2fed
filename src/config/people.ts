import type { Config } from './schema.ts'

const userName = /^@[a-z\d][a-z\d_-]*$/i

/**
 * Whom to assign for an owner that a postmortem names.
 *
 * @param owner a person, a team or an `@handle` as written
 * @returns GitHub user names without `@`: what `people` says, else the handle itself, else none. Whether they can be
 *   assigned in the repository is for the caller to find out.
 */
export function assigneesFor(owner: string, config: Config): string[] {
  const wanted = normalized(owner)
  const entry = Object.entries(config.people).findLast(([name]) => normalized(name) === wanted)
  if (entry !== undefined) return entry[1]
  return userName.test(owner.trim()) ? [owner.trim().slice(1)] : []
}

function normalized(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
