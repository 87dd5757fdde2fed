import { expect, test } from '@jest/globals'
import { json, type ApiRequest } from '../../src/local-github/api.ts'
import { createStandIns, REQUESTS_PER_TOKEN } from '../../src/local-github/repairs/stand-ins.ts'
import { fullPermissions, tokenOf, type World } from '../../src/local-github/world.ts'

const world: World = {
  owner: 'acme',
  repositories: [{ name: 'shop' }],
  people: [{ login: 'maya' }],
  app: { id: 1, slug: 'app', installationId: 2, permissions: fullPermissions },
}

test.each([
  ['a person', tokenOf('maya'), [tokenOf('maya'), `${tokenOf('maya')}.1`, `${tokenOf('maya')}.2`]],
  ['an installation', 'ghs_1', ['ghs_1', 'fresh-1', 'fresh-2']],
])('the token of %s is replaced before the emulator has counted too much', async (_, token, expected) => {
  const standIns = createStandIns(world)
  const grant = { path: '/app/installations/2/access_tokens', body: { permissions: { issues: 'read' } } }
  standIns.issued('ghs_1', grant)
  const seen = new Set<string | undefined>()
  const grants: unknown[] = []
  const emulator = (request: ApiRequest) => {
    if (request.method === 'GET') seen.add(request.token)
    else grants.push({ path: request.path, body: request.body })
    return Promise.resolve(json(201, { token: `fresh-${grants.length}` }))
  }

  const read = { method: 'GET', path: '/repos/acme/shop', query: new URLSearchParams(), token }
  for (let sent = 0; sent <= 2 * REQUESTS_PER_TOKEN; sent++) await standIns.repair(read, emulator)

  expect([...seen]).toEqual(expected)
  expect(grants).toEqual(token === 'ghs_1' ? [grant, grant] : [])
})
