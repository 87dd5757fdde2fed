/** What a query may ask of a connection. */
export interface Page {
  first?: number
  last?: number
  after?: string
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

/** A connection with all entries on one page; `first` or `last` cuts it, as the first page would be. */
export const connection = <T>(entries: T[], { first, last, after }: Page = {}): Connection<T> => {
  const start = after === undefined ? 0 : Number(Buffer.from(after, 'base64').toString()) + 1
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
