import { schema } from '@octokit/graphql-schema'
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql'

let github: GraphQLSchema | undefined

/** What GitHub's own schema objects to in a query; nothing where it would be accepted. */
export const objectionsTo = (query: string): string[] => {
  github ??= buildSchema(schema.idl, { assumeValidSDL: true })
  return validate(github, parse(query)).map(({ message }) => message)
}
