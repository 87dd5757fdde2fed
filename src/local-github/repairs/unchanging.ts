/**
 * What never changes.
 * A commit stays as it is, and so do its files and its difference from another commit. The repairs ask for them again and
 * again, and the emulator computes them each time from everything that it has.
 * Here: the local GitHub's own questions about commits reach the emulator once.
 */
import { succeeded, type ApiResponse, type Repair } from '../api.ts'
import type { Core } from '../core.ts'

const SHA = /[0-9a-f]{40}/.source
const OF_COMMITS = new RegExp(
  `^/repos/[^/]+/[^/]+/(?:compare/${SHA}\\.\\.\\.${SHA}|commits/${SHA}|contents/[^?]+\\?ref=${SHA})$`,
)

export const askOnce = ({ emulator }: Core): Repair => {
  const answers = new Map<string, ApiResponse>()
  return async (request, next) => {
    const { method, path, query, token = '' } = request
    const question = query.size > 0 ? `${path}?${query.toString()}` : path
    if (method !== 'GET' || !OF_COMMITS.test(question) || !emulator.isRootToken(token)) return next(request)
    const known = answers.get(question)
    if (known) return known
    const response = await next(request)
    if (succeeded(response)) answers.set(question, response)
    return response
  }
}
