import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseConfig, type ConfigSources } from '../../src/config/parse.ts'
import { formatProblem } from '../../src/config/problem.ts'
import { defaultConfig } from '../../src/config/schema.ts'
import { anyText } from '../any-text.ts'
import { badFiles, goodFiles } from './files.ts'

function told(sources: ConfigSources): string[] {
  const result = parseConfig(sources)
  return result.ok ? [] : result.problems.map((problem) => formatProblem(problem))
}

describe('a good file', () => {
  test.each(goodFiles)('$what', ({ text, changes }) => {
    expect(parseConfig({ repository: text })).toEqual({ ok: true, config: { ...defaultConfig, ...changes } })
  })

  test('is not needed', () => {
    expect(parseConfig({})).toEqual({ ok: true, config: defaultConfig })
    expect(parseConfig({ repository: null, owner: null })).toEqual({ ok: true, config: defaultConfig })
  })
})

describe('a bad file tells its author', () => {
  test.each(badFiles)('$what', ({ text, told: expected }) => {
    expect(told({ repository: text })).toEqual(expected.map((line) => `.github/followthrough.yml:${line}`))
  })
})

describe("the repository's file over the owner's", () => {
  test.each([
    {
      what: 'the owner decides alone',
      owner: 'removed: close',
      repository: '',
      changes: { removed: 'close' },
    },
    {
      what: 'the repository wins',
      owner: 'removed: close',
      repository: 'removed: keep',
      changes: { removed: 'keep' },
    },
    {
      what: 'mappings merge',
      owner: 'due: {default: 30, priorities: {P1: 7, P2: 14}}',
      repository: 'due: {priorities: {P1: 3}}',
      changes: { due: { default: 30, priorities: { P1: 3, P2: 14 } } },
    },
    {
      what: 'people merge, name by name',
      owner: 'people: {Ann: ann, Ops: [ann, bo]}',
      repository: 'people: {Ops: cy, Di: di}',
      changes: { people: { Ann: ['ann'], Ops: ['cy'], Di: ['di'] } },
    },
    {
      what: 'lists replace',
      owner: 'require: [vague]\npostmortems: [a, b]',
      repository: 'require: []',
      changes: { require: [], postmortems: ['a', 'b'] },
    },
    {
      what: 'a key without value goes back to the default',
      owner: 'due: {default: 30}\npeople: {Ann: ann, Bo: bo}\nremoved: close',
      repository: 'due: {default: }\npeople: {Bo: }\nremoved:',
      changes: { people: { Ann: ['ann'] } },
    },
  ])('$what', ({ owner, repository, changes }) => {
    expect(parseConfig({ owner, repository })).toEqual({ ok: true, config: { ...defaultConfig, ...changes } })
  })

  test('mistakes in both are told together, each with its file', () => {
    expect(told({ owner: '\nremoved: never', repository: 'dashboard: 3' })).toEqual([
      '.github/followthrough.yml:1:12: dashboard is 3. Expected true or false.',
      '.github repository: .github/followthrough.yml:2:10: removed is "never". Expected one of keep, close.',
    ])
  })

  test("a mistake that the repository's file would hide is told all the same", () => {
    expect(told({ owner: 'removed: never', repository: 'removed: keep' })).toHaveLength(1)
  })
})

describe('any text at all', () => {
  const marks = '[ ] { } - ? : , & * ! | > # % @ ` " a 1 << due people labels null --- __proto__'.split(' ')
  const yamlish = fc.array(fc.constantFrom(...marks, "'", ' ', '\n', '\t'), { maxLength: 60 })

  test.each([
    ['noise', anyText(300)],
    ['marks of YAML', yamlish.map((parts) => parts.join(''))],
    ['JSON', fc.json({ maxDepth: 6 })],
    [
      'JSON under a known key',
      fc.tuple(fc.constantFrom(...Object.keys(defaultConfig)), fc.json()).map((kv) => kv.join(': ')),
    ],
  ])('gives a configuration or problems with a place in the file: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, texts, (repository, owner) => {
        const result = parseConfig({ repository, owner })
        const problems = result.ok ? [] : result.problems
        const lines = { repository: repository.split('\n').length, owner: owner.split('\n').length }
        expect(result.ok).toBe(problems.length === 0)
        for (const { file, line, column } of problems) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines[file])
          expect(column).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })
})
