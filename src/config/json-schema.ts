import * as z from 'zod'
import { configSchema } from './schema.ts'

/** The parts of JSON Schema that describe the configuration. */
export interface JsonSchema {
  $schema?: string
  title?: string
  description?: string
  default?: unknown
  type?: string | string[]
  enum?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  items?: JsonSchema
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
}

/** @returns the JSON Schema (2020-12) of configuration files: what editors complete and check while one is written */
export function configJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema
  return { ...allowEmpty(schema), title: 'Followthrough configuration' }
}

/** Every key may be written without a value, at all levels. */
function allowEmpty(schema: JsonSchema): JsonSchema {
  const { properties, additionalProperties } = schema
  if (properties !== undefined) {
    const withEmpty = Object.entries(properties).map(([key, value]) => [key, orNull(allowEmpty(value))])
    return { ...schema, properties: Object.fromEntries(withEmpty) as Record<string, JsonSchema> }
  }
  if (typeof additionalProperties === 'object') {
    return { ...schema, additionalProperties: orNull(additionalProperties) }
  }
  return schema
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.anyOf !== undefined) {
    const alternatives = schema.anyOf.filter(({ type }) => type !== 'null')
    return { ...schema, anyOf: [...alternatives, { type: 'null' }] }
  }
  const values = schema.enum === undefined ? {} : { enum: [...schema.enum, null] }
  return typeof schema.type === 'string' ? { ...schema, ...values, type: [schema.type, 'null'] } : schema
}
