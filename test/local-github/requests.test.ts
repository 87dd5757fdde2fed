import { describe, expect, test } from '@jest/globals'
import { violationOf } from '../../src/local-github/openapi/violation.ts'
import { startLocalGitHub } from '../../src/local-github/server.ts'

const SHOP = '/repos/acme/shop'

const violation = (call: string, body?: object): string | null => {
  const [method = '', target = ''] = call.split(' ')
  const { pathname, searchParams } = new URL(target, 'http://localhost')
  return violationOf({ method, path: pathname, query: searchParams, body })
}

describe('a request that GitHub’s description of its API does not know', () => {
  test.each<[string, string, object | undefined, RegExp]>([
    ['a state with a slip', `PATCH ${SHOP}/issues/1`, { state: 'clozed' }, /state must be equal to one of/],
    ['a misspelt key', `POST ${SHOP}/issues`, { title: 'A', lables: ['b'] }, /"lables"/],
    ['a missing title', `POST ${SHOP}/issues`, { body: 'A' }, /"title"/],
    ['a text for a list', `POST ${SHOP}/issues`, { title: 'A', labels: 'b' }, /labels must be array/],
    ['a key of the address', `POST ${SHOP}/issues/1/comments`, { body: 'A', number: 1 }, /"number"/],
    ['a check run that ends in nothing', `PATCH ${SHOP}/check-runs/1`, { conclusion: 'fine' }, /conclusion/],
    ['a misspelt filter', `GET ${SHOP}/issues?creater=maya`, undefined, /"creater"/],
    ['a page that is no number', `GET ${SHOP}/issues?page=two`, undefined, /page must be integer/],
    ['a body where none belongs', `DELETE ${SHOP}/issues/comments/1`, { body: 'A' }, /takes no body/],
    [
      'an operation that nobody uses',
      `DELETE ${SHOP}`,
      undefined,
      /no operation that the app is known to use/,
    ],
  ])('%s', (_, call, body, complaint) => {
    expect(violation(call, body)).toMatch(complaint)
  })
})

test.each<[string, string, object | undefined]>([
  ['a new issue', `POST ${SHOP}/issues`, { title: 'A', body: 'B', labels: ['c'], assignees: [] }],
  ['a closed issue', `PATCH ${SHOP}/issues/1`, { state: 'closed', state_reason: 'duplicate' }],
  [
    'a page of a list',
    `GET ${SHOP}/issues?creator=followthrough%5Bbot%5D&state=all&per_page=100&page=2`,
    undefined,
  ],
  ['an address by id, as of a redirect', 'GET /repositories/12/issues/3', undefined],
  ['a label with a slash', `DELETE ${SHOP}/issues/1/labels/area%2Fapi`, undefined],
  ['GraphQL, which has its own description', 'POST /graphql', { query: '{ viewer { login } }' }],
  ['a page for people', 'GET /acme/shop/issues/1', undefined],
])('%s is known', (_, call, body) => {
  expect(violation(call, body)).toBeNull()
})

test('the local GitHub refuses it, and fails the test in the end even where the answer is passed over', async () => {
  const github = await startLocalGitHub()
  const answer = await fetch(`${github.apiUrl}${SHOP}/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await github.tokenFor(github.botLogin)}` },
    body: JSON.stringify({ title: 'A', lables: ['b'] }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('lables')
  await expect(github.close()).rejects.toThrow('"lables"')
})

test('so it does with a query that GitHub’s schema does not know', async () => {
  const github = await startLocalGitHub()
  const answer = await fetch(`${github.apiUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await github.tokenFor(github.botLogin)}` },
    body: JSON.stringify({ query: '{ repository(owner: "acme", name: "shop") { colour } }' }),
  })
  expect(answer.status).toBe(400)
  await expect(github.close()).rejects.toThrow('Cannot query field "colour"')
})
