import { describe, expect, test } from '@jest/globals'
import {
  adoptionComment,
  configurationProblems,
  duplicateBanner,
  goneBanner,
  goneComment,
  permissionProblem,
  unreadableProblem,
} from '../../src/render/notices.ts'
import { renderStatus } from '../../src/render/status.ts'
import { golden } from '../golden.ts'
import { attacks } from './attacks.ts'
import { aStatus } from './examples.ts'
import { blockKinds, dangers } from './reading.ts'

const postmortem = {
  title: 'Checkout slow after failover',
  url: 'https://github.com/acme/shop/blob/4f2a9c1/docs/postmortems/checkout.md',
}
const item = { text: 'Alert when the replica lags' }

const mistakes = [
  {
    file: 'repository',
    line: 3,
    column: 1,
    key: 'lables',
    message: 'unknown key lables',
    expected: 'labels',
  },
  { file: 'owner', line: 1, column: 5, key: 'due', message: 'due is a text', expected: 'a mapping' },
] as const

test.each([
  ['notice-gone', goneBanner],
  ['notice-gone-comment', goneComment(postmortem, false)],
  ['notice-gone-comment-closed', goneComment(postmortem, true)],
  ['notice-duplicate', duplicateBanner(12)],
  ['notice-adoption', adoptionComment(postmortem, item)],
  ['notice-configuration', renderStatus(aStatus({ problems: configurationProblems([...mistakes]) }))],
])('%s', (name, text) => {
  expect(text).toBe(golden(`render/golden/${name}.md`, text))
})

describe('a postmortem that was not read', () => {
  test.each([
    [{ kind: 'too-large', byteSize: 1_048_577 }, /^The file has 1\.05 MB .* limit is 1 MB/],
    [{ kind: 'too-large', byteSize: 23_400_000 }, /^The file has 23\.40 MB/],
    [{ kind: 'binary' }, /UTF-8/],
    [{ kind: 'empty' }, /^The file is empty\.$/],
    [{ kind: 'too-complex', message: 'Line 3 nests <b>.' }, /^Line 3 nests &lt;b&gt;\.$/],
    [{ kind: 'deleted' }, /^The file was deleted\. Issues that were opened for it stay/],
  ] as const)('%j', (unread, sentence) => {
    expect(unreadableProblem(unread)).toMatch(sentence)
  })
})

test('a missing permission is named, with who can grant it', () => {
  expect(permissionProblem('issues=write')).toMatch(
    /permission `issues=write` to file the action items here\. An administrator can grant it/,
  )
})

describe('hostile text', () => {
  test.each(Object.entries(attacks))('%s does nothing in a comment', (_, text) => {
    const comment = adoptionComment({ ...postmortem, title: text }, { text: `Do ${text}` })
    expect(dangers(comment)).toEqual([])
    expect(blockKinds(comment)).toEqual(['paragraph', 'blockquote', 'paragraph'])
    expect(dangers(goneComment({ ...postmortem, title: text }, false))).toEqual([])
  })

  test.each(Object.entries(attacks))('%s does nothing in a configuration file', (_, text) => {
    const problems = configurationProblems([{ ...mistakes[0], message: text, expected: text }])
    expect(dangers(renderStatus(aStatus({ problems })))).toEqual([])
  })
})
