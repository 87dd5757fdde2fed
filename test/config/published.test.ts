import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseDocument } from 'yaml'
import { configReference } from '../../scripts/config-reference.ts'
import { configJsonSchema, type JsonSchema } from '../../src/config/json-schema.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { formatProblem } from '../../src/config/problem.ts'
import { badFiles, goodFiles } from './files.ts'

const docs = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
const published = readFileSync(new URL('../../schema/followthrough.schema.json', import.meta.url), 'utf8')

/** What editors say of a file, or null where only a YAML parser can judge it. */
function editorAccepts(text: string): boolean | null {
  const document = parseDocument(text, { stringKeys: true })
  const readable = document.errors.length === 0 && document.warnings.length === 0 && !text.includes('*')
  return readable ? validate(document.toJS() ?? {}) : null
}
const validate = new Ajv2020({ allowUnionTypes: true }).compile(configJsonSchema())

describe('the published JSON Schema', () => {
  test('is current (else run: npm run schema:update)', () => {
    expect(JSON.parse(published)).toEqual(configJsonSchema())
  })

  test('describes every key', () => {
    const undescribed = (schema: JsonSchema, path: string): string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
        ...(inner.description === undefined ? [`${path}${key}`] : []),
        ...undescribed(inner, `${path}${key}.`),
      ])
    expect(undescribed(configJsonSchema(), '')).toEqual([])
  })

  test.each(goodFiles)('accepts $what', ({ text }) => {
    expect(editorAccepts(text)).not.toBe(false)
  })

  const judged = badFiles.filter(({ text }) => text.length < 10_000 && editorAccepts(text) !== null)
  test.each(judged)('refuses $what', ({ text }) => {
    expect(editorAccepts(text)).toBe(false)
  })
})

describe('docs/configuration.md', () => {
  const examples = Array.from(docs.matchAll(/```yaml\n(.*?)```/gs), ([, text = '']) => text)

  test('lists all keys as they are (else run: npm run schema:update)', () => {
    expect(docs).toContain(configReference())
  })

  test.each(examples)('has an example that works: %#', (text) => {
    expect(parseConfig({ repository: text })).toMatchObject({ ok: true })
  })

  test('uses every top-level key in the full example', () => {
    for (const key of Object.keys(configJsonSchema().properties ?? {})) {
      expect(examples.at(-1)).toMatch(new RegExp(`^${key}:`, 'm'))
    }
  })

  test('quotes messages as they are', () => {
    const wrong = 'labels:\n  overdue: late\n  extra: []\n  actionitem: todo\n\n\n\ndue:\n  default: soon\n'
    const result = parseConfig({ repository: wrong })
    const told = result.ok ? [] : result.problems.map((problem) => formatProblem(problem))
    expect(told).toHaveLength(2)
    expect(docs).toContain(told.join('\n'))
  })
})
