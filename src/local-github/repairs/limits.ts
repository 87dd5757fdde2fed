/**
 * Lengths.
 * GitHub refuses with 422 a title over 256 characters, a body over 65,536 and a label name over 50.
 * The emulator takes any length.
 */
import { fields, failure, match, strings, type ApiRequest, type Repair } from '../api.ts'

const tooLong = (resource: string, field: string, maximum: number) =>
  failure(422, 'Validation Failed', [
    { resource, field, code: 'custom', message: `${field} is too long (maximum is ${maximum} characters)` },
  ])

const exceeds = (value: unknown, maximum: number): boolean =>
  typeof value === 'string' && value.length > maximum

const MAX_TITLE = 256
const MAX_BODY = 65_536
const MAX_LABEL = 50

const resourceOf = (request: ApiRequest): string | null => {
  if (/\/comments(\/\d+)?$/.test(request.path)) return 'IssueComment'
  if (match(request, 'POST /repos/:owner/:repo/labels')) return 'Label'
  if (/\/issues(\/\d+(\/labels)?)?$/.test(request.path)) return 'Issue'
  return /\/pulls(\/\d+)?$/.test(request.path) ? 'PullRequest' : null
}

export const repairLimits: Repair = (request, next) => {
  const resource = request.method === 'GET' ? null : resourceOf(request)
  if (resource === null) return next(request)
  const { title, body, name, labels } = fields(request.body)
  if (exceeds(title, MAX_TITLE)) return Promise.resolve(tooLong(resource, 'title', MAX_TITLE))
  if (exceeds(body, MAX_BODY)) return Promise.resolve(tooLong(resource, 'body', MAX_BODY))
  const names = resource === 'Label' ? [name] : strings(labels)
  if (names.some((label) => exceeds(label, MAX_LABEL)))
    return Promise.resolve(tooLong('Label', 'name', MAX_LABEL))
  return next(request)
}
