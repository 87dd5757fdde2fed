import { TypedError } from './errors.ts'

/** What a query may ask of a connection. */
export interface Page {
  first?: number
  last?: number
  after?: string | null
}

export interface Connection<T> {
  nodes: T[]
  edges: { node: T; cursor: string }[]
  totalCount: number
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

const MAX_PAGE = 100

/**
 * A page of a connection.
 *
 * @throws TypedError where the query gives neither `first` nor `last`, or more than 100: GitHub refuses both
 */
export const connection = <T>(entries: T[], { first, last, after }: Page): Connection<T> => {
  const size = first ?? last
  if (size === undefined) {
    throw new TypedError(
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to paginate.',
    )
  }
  if (size > MAX_PAGE)
    throw new TypedError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records exceeds the limit of ${MAX_PAGE}.`,
    )
  const start =
    after === undefined || after === null ? 0 : Number(Buffer.from(after, 'base64').toString()) + 1
  const rest = entries.slice(start)
  const nodes = first !== undefined ? rest.slice(0, first) : last !== undefined ? rest.slice(-last) : rest
  const cursor = (index: number): string => Buffer.from(String(start + index)).toString('base64')
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursor(index) })),
    totalCount: entries.length,
    pageInfo: {
      hasNextPage: nodes.length < rest.length && first !== undefined,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursor(0) : null,
      endCursor: nodes.length > 0 ? cursor(nodes.length - 1) : null,
    },
  }
}
