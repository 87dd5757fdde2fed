import { failure, json, type ApiRequest, type ApiResponse } from '../api.ts'

const numberIn = (query: URLSearchParams, name: string, fallback: number): number => {
  const value = Number(query.get(name) ?? fallback)
  return Number.isInteger(value) && value > 0 ? value : fallback
}

/** One page of a list with GitHub's `Link` header: 30 entries by default, 100 at most. */
export const paged = (request: ApiRequest, url: string, entries: unknown[]): ApiResponse => {
  const page = numberIn(request.query, 'page', 1)
  const perPage = Math.min(numberIn(request.query, 'per_page', 30), 100)
  const last = Math.max(1, Math.ceil(entries.length / perPage))
  const link = (number: number, relation: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(number))
    return `<${url}${request.path}?${query.toString()}>; rel="${relation}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ]
  const response = json(200, entries.slice((page - 1) * perPage, page * perPage))
  return links.length > 0
    ? { ...response, headers: { ...response.headers, link: links.join(', ') } }
    : response
}

/** Sends a client to another address: with the method kept, where that is not a read. */
export const redirect = ({ method }: ApiRequest, location: string): ApiResponse => {
  const response = method === 'GET' ? failure(301, 'Moved Permanently') : failure(307, 'Temporary Redirect')
  return {
    ...response,
    headers: { ...response.headers, location },
    body: { ...(response.body as object), url: location },
  }
}
