import { GraphqlResponseError } from '@octokit/graphql'
import type { Client } from './client.ts'

/** One entry of a GraphQL answer's `errors`. */
export interface GraphqlError {
  message: string
  /** GitHub's class of the error; missing for faults of its own and for wrong queries. */
  type?: string
  /** The field of the answer that is null because of it. */
  path?: (string | number)[]
  /** Holds a code where the query itself is wrong. */
  extensions?: { code?: string }
}

/** @returns what went wrong in a GraphQL request that was answered */
export const errorsOf = (error: GraphqlResponseError<unknown>): GraphqlError[] => error.errors ?? []

/** Whether the field asked for is not there, or not for this installation. */
export const isOutOfSight = ({ type }: GraphqlError): boolean => type === 'NOT_FOUND' || type === 'FORBIDDEN'

/**
 * Sends a query of which parts may fail.
 *
 * @param isHarmless whether the answer is of use without the field that this error left out
 * @returns the answer, with null in place of what failed harmlessly
 */
export const queryParts = async <Answer>(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
  isHarmless: (error: GraphqlError) => boolean,
): Promise<Answer> => {
  try {
    return await client.graphql<Answer>(query, variables)
  } catch (error) {
    if (error instanceof GraphqlResponseError && errorsOf(error).every(isHarmless))
      return error.data as Answer
    throw error
  }
}
