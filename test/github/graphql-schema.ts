import { parse, validate } from 'graphql'
import { githubSchema } from '../../src/local-github/graphql/schema.ts'

/** What GitHub's own schema objects to in a query; nothing where it would be accepted. */
export const objectionsTo = (query: string): string[] =>
  validate(githubSchema(), parse(query)).map(({ message }) => message)
