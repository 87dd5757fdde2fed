import { readdirSync } from 'node:fs'
import { parse } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fixturesFolder, readDocument, readExpectation } from './expectation.ts'

const namesOf = (extension: string) =>
  readdirSync(fixturesFolder)
    .map((file) => parse(file))
    .filter(({ ext }) => ext === extension)
    .map(({ name }) => name)

const documents = namesOf('.md')

describe('postmortems in every format that teams use', () => {
  test.each(documents)('%s', (name) => {
    expect(readDocument(name)).toEqual(readExpectation(name))
  })
})

test('every expectation belongs to a document', () => {
  expect(namesOf('.json').filter((name) => !documents.includes(name))).toEqual([])
})
