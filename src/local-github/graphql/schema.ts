import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLSchema } from 'graphql'

/** The package's own module would build a schema from JSON as well. */
const IDL = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'))

/** Two thirds of the schema explain it to people. */
const DESCRIPTIONS = /"""[^]*?"""/g

let schema: GraphQLSchema | undefined

/** @returns GitHub's published schema. It has 1.2 MB: it is read once per process, when first asked for. */
export const githubSchema = (): GraphQLSchema =>
  (schema ??= buildSchema(readFileSync(IDL, 'utf8').replaceAll(DESCRIPTIONS, ''), {
    assumeValid: true,
    assumeValidSDL: true,
    noLocation: true,
  }))
