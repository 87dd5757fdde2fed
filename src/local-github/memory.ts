import type { ApiRequest, ApiResponse, Next } from './api.ts'

const SHA = /[0-9a-f]{40}/.source

/** A commit stays as it is, and so do its files and its difference from another commit; people keep their profiles. */
const UNCHANGING = new RegExp(
  `^/(?:users/[^/]+|repos/[^/]+/[^/]+/(?:compare/${SHA}\\.\\.\\.${SHA}|commits/${SHA}|git/(?:blobs|commits|trees)/${SHA}|contents/[^?]+\\?ref=${SHA}))$`,
)

/** Writes that change who may see what: of a repository itself, and of its people. */
const OF_ACCESS = /^\/repos\/[^/]+\/[^/]+(?:\/collaborators\/[^/]+)?$/

/** Writes of one repository that change nothing of its files, and what tells of those. */
const OF_ISSUES = /^(\/repos\/[^/]+\/[^/]+)\/(?:issues|labels)(?:\/|$)/
const OF_FILES = /^\/repos\/[^/]+\/[^/]+\/(?:branches|commits|compare|contents|git)[/? ]/

export interface Memory {
  send: Next
  clear: () => void
}

/**
 * Remembers what the emulator answered. For each request that comes, the repairs and the webhooks ask the emulator several
 * times, often for the same, and it computes each answer from everything that it has. Nobody else writes to it: an answer
 * holds until the next write, and what never changes holds longer.
 *
 * @param emulator asked for what is not known
 */
export const createMemory = (emulator: Next): Memory => {
  const unchanging = new Map<string, ApiResponse>()
  const current = new Map<string, ApiResponse>()
  let writes = 0

  const forget = (path: string): void => {
    writes++
    if (OF_ACCESS.test(path)) unchanging.clear()
    const [, repository] = OF_ISSUES.exec(path) ?? []
    for (const question of current.keys())
      if (repository === undefined || concerns(question, repository)) current.delete(question)
  }

  const read = async (request: ApiRequest): Promise<ApiResponse> => {
    const { method, path, query, token = '', accept = '' } = request
    const address = query.size > 0 ? `${path}?${query.toString()}` : path
    const question = [address, method, token, accept].join(' ')
    const known = unchanging.get(question) ?? current.get(question)
    if (known !== undefined) return known
    const before = writes
    const response = await emulator(request)
    const isUnchanging = response.status === 200 && UNCHANGING.test(address)
    if (writes === before) (isUnchanging ? unchanging : current).set(question, response)
    return response
  }

  const write = async (request: ApiRequest): Promise<ApiResponse> => {
    forget(request.path)
    try {
      return await emulator(request)
    } finally {
      forget(request.path)
    }
  }

  return {
    send: (request) => (request.method === 'GET' || request.method === 'HEAD' ? read : write)(request),
    clear: () => {
      writes++
      unchanging.clear()
      current.clear()
    },
  }
}

/** Whether an issue of a repository may have a part in the answer. */
const concerns = (question: string, repository: string): boolean =>
  !OF_FILES.test(question) && (question.startsWith(repository) || !question.startsWith('/repos/'))
