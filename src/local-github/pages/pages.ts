/**
 * Pages that a person can open in a browser, at the addresses that GitHub has them: the repository, its issues and pull
 * requests, and files. Simple and read-only; the emulator has none of them.
 */
import { match, type ApiRequest, type ApiResponse, type Next } from '../api.ts'
import { read, readAll, repositoryPath, type Core } from '../core.ts'
import type { Comment, Issue } from '../views.ts'
import { filePage } from './file.ts'
import { page, type Html } from './html.ts'
import { issuePage, listPage } from './issue.ts'

const shown = (title: string, content: Html): ApiResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(page(title, content)),
})

/** Last segments of a list's address. */
const LISTS = new Set(['', 'issues', 'pulls'])

/** Answers a request for a page; null where the request is for the API. */
export const answerPage = async (
  request: ApiRequest,
  rest: Next,
  { world, emulator, state }: Core,
): Promise<ApiResponse | null> => {
  const [, owner, repo = ''] = request.path.split('/')
  if (request.method !== 'GET' || owner !== world.owner) return null
  const path = repositoryPath({ owner, repo })
  const root = emulator.rootToken()

  const one =
    match(request, 'GET /:owner/:repo/issues/:number') ?? match(request, 'GET /:owner/:repo/pull/:number')
  if (one) {
    const issue = await read<Issue>(rest, `GET ${path}/issues/${one.number}`, root)
    const comments = await readAll<Comment>(rest, `${path}/issues/${one.number}/comments`, root)
    return shown(`${issue.title} · #${issue.number}`, issuePage(issue, comments, state.minimized))
  }
  const file = match(request, 'GET /:owner/:repo/blob/:ref/:path*')
  if (file) {
    const address = `${path}/contents/${file.path.split('/').map(encodeURIComponent).join('/')}?ref=${file.ref}`
    const { sha } = await read<{ sha: string }>(rest, `GET ${address}`, root)
    const { content } = await read<{ content: string }>(rest, `GET ${path}/git/blobs/${sha}`, root)
    return shown(file.path, filePage(file.path, Buffer.from(content, 'base64').toString()))
  }
  const list = match(request, 'GET /:owner/:repo') ?? match(request, 'GET /:owner/:repo/:kind')
  if (!list || ('kind' in list && !LISTS.has(String(list.kind)))) return null
  const issues = await readAll<Issue>(rest, `${path}/issues?state=all`, root)
  return shown(`${owner}/${repo}`, listPage(`${owner}/${repo}`, issues))
}
