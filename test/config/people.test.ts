import { expect, test } from '@jest/globals'
import { assigneesFor } from '../../src/config/people.ts'
import { defaultConfig } from '../../src/config/schema.ts'

const config = {
  ...defaultConfig,
  people: {
    'Ann Lee': ['ann'],
    'Payments Team': ['ann', 'bo'],
    '@acme/ops': ['cy'],
    '@old-handle': ['new-handle'],
    Vendor: [],
    zoë: ['zoe'],
    // The owner's file first, the repository's after it.
    Dan: ['dan'],
    dan: ['dan-2'],
  },
}

test.each([
  ['Ann Lee', ['ann']],
  ['  ann   LEE ', ['ann']],
  ['payments team', ['ann', 'bo']],
  ['@bo', ['bo']],
  ['@Bo-Smith', ['Bo-Smith']],
  ['@old-handle', ['new-handle']],
  ['@acme/ops', ['cy']],
  ['@acme/web', []],
  ['Vendor', []],
  ['ZOE\u0308', ['zoe']],
  ['Dan', ['dan-2']],
  ['Ann', []],
  ['ann', []],
  ['@', []],
  ['@ann and @bo', []],
  ['', []],
  ['constructor', []],
])('%j is assigned as %j', (owner, assignees) => {
  expect(assigneesFor(owner, config)).toEqual(assignees)
})
