/**
 * File contents.
 * GitHub breaks base64 into lines, gives the content of files over 1 MB only as raw media or as a blob (`encoding: "none"` and
 * no content otherwise), and marks raw media as text, so that clients read a string.
 * The emulator sends base64 in one line for any size, and raw media as an octet stream.
 */
import { fields, match, succeeded, type Repair } from '../api.ts'

const MAX_INLINE_BYTES = 1024 * 1024
const BASE64_LINE = /.{60}/g

const inLines = (base64: unknown): string => String(base64).replace(BASE64_LINE, '$&\n')

export const repairContents: Repair = async (request, next) => {
  const isFile = match(request, 'GET /repos/:owner/:repo/contents/:path*')
  const isBlob = match(request, 'GET /repos/:owner/:repo/git/blobs/:sha')
  const response = await next(request)
  if (!(isFile ?? isBlob) || !succeeded(response)) return response
  const { headers, body } = response
  if (body instanceof Uint8Array) {
    return {
      ...response,
      headers: { ...headers, 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    }
  }
  const file = fields(body)
  if (Array.isArray(body) || typeof file.content !== 'string') return response
  const isLarge = isFile !== null && Number(file.size) > MAX_INLINE_BYTES
  return {
    ...response,
    body: { ...file, ...(isLarge ? { content: '', encoding: 'none' } : { content: inLines(file.content) }) },
  }
}
