import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { LocalApp } from '../../src/local-github/world.ts'
import { PermanentError } from '../../src/jobs/errors.ts'
import { ROUTED_EVENTS } from '../../src/jobs/route.ts'
import { IMPATIENT, openStage, type Stage } from '../stage.ts'

const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as {
  default_permissions: LocalApp['permissions']
  default_events: string[]
}
const permissions = manifest.default_permissions

const PATH = 'postmortems/2026-03-01-checkout.md'
const POSTMORTEM = '# Checkout outage\n\n## Action items\n\n- Alert on payment errors\n'

interface Outcome {
  issues: number
  statusComments: number
  checks: number
}

/** What becomes of a pull request that is opened and merged, for an app with these permissions. */
const outcomeWith = async (granted: LocalApp['permissions']): Promise<Outcome> => {
  const stage = await openStage({ app: { permissions: granted }, private: true }, IMPATIENT)
  try {
    const { number, head } = await stage.story.openPullRequest({
      files: { [PATH]: POSTMORTEM },
      title: 'Postmortem',
    })
    await playWhatItMay(stage)
    await stage.story.merge(number)
    await playWhatItMay(stage)
    const runs = await stage.github.as('maya', `GET /repos/acme/shop/commits/${head.sha}/check-runs`)
    return {
      issues: (await stage.story.listIssues()).length,
      statusComments: (await stage.story.listComments(number)).length,
      checks: (runs.body as { total_count: number }).total_count,
    }
  } finally {
    await stage.close()
  }
}

/** An app hears of what it may read only; here every event is handed to it. */
const playWhatItMay = async ({ takeJobs, run }: Stage): Promise<void> => {
  for (const job of await takeJobs()) await run(job).catch(onlyPermanent)
}

const onlyPermanent = (error: unknown): void => {
  if (!(error instanceof PermanentError)) throw error
}

const WHOLE: Outcome = { issues: 1, statusComments: 1, checks: 1 }

test('the permissions in app.yml are enough', async () => {
  expect(await outcomeWith(permissions)).toEqual(WHOLE)
})

describe('without', () => {
  // Every app has to ask for `metadata: read`.
  const needed = Object.entries(permissions).filter(([name]) => name !== 'metadata')
  const lesser = needed.flatMap(([name, level]): [string, LocalApp['permissions']][] => {
    const others = Object.fromEntries(Object.entries(permissions).filter(([other]) => other !== name))
    if (level === 'read') return [[name, others]]
    return [
      [name, others],
      [`${name}: write`, { ...others, [name]: 'read' }],
    ]
  })

  test.each(lesser)('%s something is left undone', async (_, granted) => {
    expect(await outcomeWith(granted)).not.toEqual(WHOLE)
  })
})

test('the app hears of exactly the events that it acts on', () => {
  const heard = new Set(ROUTED_EVENTS.map((name) => name.split('.')[0]))
  expect([...manifest.default_events].sort()).toEqual([...heard].sort())
})
