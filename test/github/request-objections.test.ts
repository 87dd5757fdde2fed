import { expect, test } from '@jest/globals'
import { objectionsToRequest } from './request-objections.ts'

const API = 'https://api.github.com'

test.each<[string, string, RequestInit, RegExp]>([
  [
    'a misspelt key',
    `${API}/repos/acme/shop/issues`,
    { method: 'POST', body: '{"title":"A","lables":["b"]}' },
    /"lables"/,
  ],
  ['a misspelt filter', `${API}/repos/acme/shop/issues?creater=maya`, {}, /"creater"/],
  ['an operation that nobody uses', `${API}/repos/acme/shop`, { method: 'DELETE' }, /no operation/],
  [
    'an unknown field of GraphQL',
    `${API}/graphql`,
    { method: 'POST', body: JSON.stringify({ query: '{ repository(owner: "a", name: "b") { colour } }' }) },
    /Cannot query field "colour"/,
  ],
])('%s is objected to', (_, url, init, complaint) => {
  expect(objectionsToRequest(url, init).join()).toMatch(complaint)
})

test.each<[string, string, RequestInit]>([
  ['a comment', `${API}/repos/acme/shop/issues/1/comments`, { method: 'POST', body: '{"body":"A"}' }],
  ['a query', `${API}/graphql`, { method: 'POST', body: '{"query":"{ viewer { login } }"}' }],
])('%s is accepted', (_, url, init) => {
  expect(objectionsToRequest(url, init)).toEqual([])
})
