import { configJsonSchema, type JsonSchema } from '../src/config/json-schema.ts'

/** @returns the reference of all keys as a Markdown table, in the order of the schema */
export function configReference(): string {
  const rows = rowsOf(configJsonSchema(), '')
  return ['| Key | Value | Default | What it does |', '|---|---|---|---|', ...rows].join('\n')
}

function rowsOf(section: JsonSchema, prefix: string): string[] {
  return Object.entries(section.properties ?? {}).flatMap(([name, schema]) => {
    const key = `${prefix}${name}`
    const description = schema.description ?? ''
    if (schema.properties !== undefined)
      return [row(`**\`${key}\`**`, '', '', description), ...rowsOf(schema, `${key}.`)]
    return [row(`\`${key}\``, valueOf(schema), defaultOf(schema), description)]
  })
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function valueOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(valueOf).filter(Boolean).join(' or ')
  if (schema.enum !== undefined)
    return schema.enum
      .filter((value) => value !== null)
      .map(inCode)
      .join(', ')
  if (typeof schema.additionalProperties === 'object')
    return `names, each with ${valueOf(schema.additionalProperties)}`
  if (schema.items !== undefined) return `list of ${valueOf(schema.items)}`
  switch ([schema.type].flat()[0]) {
    case 'boolean':
      return '`true`, `false`'
    case 'integer':
      return `whole number, ${String(schema.minimum)} to ${String(schema.maximum)}`
    case 'string':
      return 'text'
    default:
      return ''
  }
}

function defaultOf(schema: JsonSchema): string {
  const value = schema.default
  if (value === null || value === undefined) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(inCode).join(' ')
  return typeof value === 'object' ? 'empty' : inCode(value)
}

function inCode(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
