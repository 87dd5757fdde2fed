import { parse, validate } from 'graphql'
import { githubSchema } from './schema.ts'

/** @returns what GitHub's own schema objects to in a query; nothing where it would be accepted. */
export const objectionsTo = (query: string): string[] =>
  validate(githubSchema(), parse(query)).map(({ message }) => message)
