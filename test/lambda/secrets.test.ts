import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clearCaches } from '@aws-lambda-powertools/parameters'
import { startLocalAws, type LocalAws } from '../../scripts/dev-lambda/aws.ts'
import { readSecrets } from '../../src/lambda/secrets.ts'

let aws: LocalAws
beforeAll(async () => {
  aws = await startLocalAws({
    '/shop/app-id': '12',
    '/shop/private-key': '-----BEGIN-----\nabc\n',
    '/shop/blank': '  ',
  })
  Object.assign(process.env, aws.env)
})
afterAll(async () => {
  clearCaches()
  await aws.close()
})

test('secrets come from Parameter Store, without the line break at their end', async () => {
  expect(await readSecrets('/shop', ['app-id', 'private-key'])).toEqual({
    'app-id': '12',
    'private-key': '-----BEGIN-----\nabc',
  })
})

test.each(['missing', 'blank'])(
  'nothing starts with a secret that is %s, and the error says which',
  async (name) => {
    await expect(readSecrets('/shop', [name])).rejects.toThrow(`/shop/${name}`)
  },
)
