import { repositoryPath, UnexpectedAnswer, type Core } from '../core.ts'
import type { Comment, Issue, Label, Repository } from '../views.ts'
import { notFound } from './errors.ts'
import type { Reader } from './reader.ts'

/** A node with the repository that holds it. */
export interface Placed<T> {
  node: T
  repository: Repository
  /** `/repos/owner/name` */
  path: string
}

/** A repository may refuse to list its issues, where they are switched off. */
const nullIfRefused = (error: unknown): null => {
  if (error instanceof UnexpectedAnswer) return null
  throw error
}

/** In which repository a node was found last. */
const lastFound = new WeakMap<Core, string>()

const search = async <T>(
  core: Core,
  reader: Reader,
  id: string,
  find: (path: string) => Promise<T | null | undefined>,
): Promise<Placed<T>> => {
  const { world } = core
  // A mutation's nodes are mostly of one repository, and looking through a hundred takes its time.
  const recent = lastFound.get(core)
  const names = world.repositories.map(({ name }) => name)
  for (const name of recent === undefined ? names : [recent, ...names]) {
    const repository = await reader.get<Repository>(repositoryPath({ owner: world.owner, repo: name }))
    if (repository === null) continue
    const path = `/repos/${repository.full_name}`
    const node = await find(path).catch(nullIfRefused)
    if (node) {
      lastFound.set(core, name)
      return { node, repository, path }
    }
  }
  throw notFound(`a node with the global id of '${id}'`)
}

/** The emulator's node ids say their type and number. */
const numberIn = (id: string, type: string): string | null =>
  new RegExp(`^0:${type}(\\d+)$`).exec(Buffer.from(id, 'base64').toString())?.[1] ?? null

export const findComment = (core: Core, reader: Reader, id: string): Promise<Placed<Comment>> => {
  const number = numberIn(id, 'IssueComment') ?? '0'
  return search(core, reader, id, (path) => reader.get<Comment>(`${path}/issues/comments/${number}`))
}

export const findIssue = (core: Core, reader: Reader, id: string): Promise<Placed<Issue>> =>
  search(core, reader, id, async (path) =>
    (await reader.all<Issue>(`${path}/issues?state=all`)).find(({ node_id: node }) => node === id),
  )

export const findLabel = (core: Core, reader: Reader, id: string): Promise<Placed<Label>> =>
  search(core, reader, id, async (path) =>
    (await reader.all<Label>(`${path}/labels`)).find(({ node_id: node }) => node === id),
  )

export const findRepository = (core: Core, reader: Reader, id: string): Promise<Placed<Repository>> =>
  search(core, reader, id, async (path) => {
    const repository = await reader.get<Repository>(path)
    return repository?.node_id === id ? repository : null
  })
