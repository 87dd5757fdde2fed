/**
 * Cuts GitHub's OpenAPI description down to the requests that the app makes:
 * `node scripts/trim-openapi.ts PATH/TO/api.github.com.json`.
 *
 * The description is `generated/api.github.com.json` of the npm package `@octokit/openapi`, which is far too large to
 * depend on. Of each request, the query and the body are kept, as JSON Schemas without references.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/** The operations of GitHub's REST API that the app uses; `METHOD path` as GitHub's description has them. */
const OPERATIONS = [
  'GET /app',
  'GET /app/hook/deliveries',
  'POST /app/hook/deliveries/{delivery_id}/attempts',
  'GET /app/installations',
  'POST /app/installations/{installation_id}/access_tokens',
  'GET /installation/repositories',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/assignees/{assignee}',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
  'GET /repos/{owner}/{repo}/commits',
  'GET /repos/{owner}/{repo}/commits/{ref}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'GET /repos/{owner}/{repo}/installation',
  'GET /repos/{owner}/{repo}/issues',
  'POST /repos/{owner}/{repo}/issues',
  'GET /repos/{owner}/{repo}/issues/comments',
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
  'GET /repos/{owner}/{repo}/labels',
  'POST /repos/{owner}/{repo}/labels',
  'GET /repos/{owner}/{repo}/labels/{name}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /user',
]

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = Record<string, Json>

/** Words of a schema that say what is allowed. The rest explains, and is left out. */
const KEPT = new Set(
  (
    'type enum items properties required oneOf anyOf allOf not pattern ' +
    'minimum maximum minLength maxLength minItems maxItems'
  ).split(' '),
)

const object = (value: Json | undefined): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`Expected an object, not ${JSON.stringify(value)}`)
  return value
}

/** GitHub ignores what it does not know: a misspelt name would do nothing, in silence. */
const closed = (schema: JsonObject): JsonObject => ({ ...schema, unevaluatedProperties: false })

const trim = (description: JsonObject): JsonObject => {
  const resolve = (value: Json | undefined): JsonObject => {
    const { $ref: reference } = object(value)
    if (typeof reference !== 'string') return object(value)
    const path = reference.slice('#/'.length).split('/')
    return resolve(path.reduce<Json | undefined>((at, key) => object(at)[key], description))
  }

  const schemaOf = (value: Json | undefined): JsonObject => {
    const whole = resolve(value)
    const kept = Object.entries(whole).filter(([word]) => KEPT.has(word))
    const schema = Object.fromEntries(
      kept.map(([word, inner]): [string, Json] => {
        if (word === 'properties') return [word, schemasOf(Object.entries(object(inner)))]
        if (Array.isArray(inner) && word.endsWith('Of')) return [word, inner.map(schemaOf)]
        return [word, word === 'items' || word === 'not' ? schemaOf(inner) : inner]
      }),
    )
    // OpenAPI 3.0 has a word of its own for what JSON Schema says with a type.
    return whole.nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema
  }

  const schemasOf = (named: [string, Json | undefined][]): JsonObject =>
    Object.fromEntries(named.map(([name, value]) => [name, schemaOf(value)]))

  const requestOf = (operation: string): JsonObject => {
    const [method = '', path = ''] = operation.split(' ')
    const item = object(object(description.paths)[path])
    const { parameters, requestBody } = object(item[method.toLowerCase()])
    const named = (Array.isArray(parameters) ? parameters : []).map(resolve)
    const query = named
      .filter((one) => one.in === 'query')
      .map((one): [string, Json | undefined] => [one.name as string, one.schema])
    const content = requestBody === undefined ? {} : object(resolve(requestBody).content)
    const json = content['application/json']
    return {
      query: closed({ type: 'object', properties: schemasOf(query) }),
      body: json === undefined ? null : closed(schemaOf(object(json).schema)),
    }
  }

  return Object.fromEntries(OPERATIONS.map((operation) => [operation, requestOf(operation)]))
}

const [path] = process.argv.slice(2)
if (path === undefined)
  throw new Error('Name the file: node scripts/trim-openapi.ts PATH/TO/api.github.com.json')
const target = new URL('../src/local-github/openapi/requests.json', import.meta.url)
writeFileSync(
  target,
  `${JSON.stringify(trim(JSON.parse(readFileSync(path, 'utf8')) as JsonObject), null, 1)}\n`,
)
