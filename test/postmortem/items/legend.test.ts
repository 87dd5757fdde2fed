import { expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const list = '## Action items\n\n1. 🟢 Drain the queue\n2. 🔴 Alert on its length\n'
const read = (markdown: string): [string, boolean][] =>
  extractPostmortem(markdown).items.map(({ text, done }) => [text, done])

test('coloured signs mean what the legend of the document says', () => {
  expect(read(`# Outage\n\nKey: 🟢 done · 🔴 open\n\n${list}`)).toEqual([
    ['Drain the queue', true],
    ['Alert on its length', false],
  ])
})

test('green can mean easy: without a legend for it no item is done', () => {
  expect(read(`# Outage\n\n🟢 easy, 🔴 hard\n\n${list}`).map(([, done]) => done)).toEqual([false, false])
})
