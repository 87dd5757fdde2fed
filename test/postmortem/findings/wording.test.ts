import { describe, expect, test } from '@jest/globals'
import { readsAsDone } from '../../../src/postmortem/findings/reads-as-done.ts'
import { reliesOnPeople } from '../../../src/postmortem/findings/relies-on-people.ts'
import { severalTasks } from '../../../src/postmortem/findings/several-tasks.ts'
import { vague } from '../../../src/postmortem/findings/vague.ts'
import { anItem } from '../an-item.ts'

describe('vague', () => {
  test.each([
    'Improve monitoring',
    'Monitoring',
    'Better documentation',
    'Enhance our testing practices',
    'We will improve the alerting system',
    'Conduct regular training sessions',
    'Update the runbooks',
    'More tests!',
    'Investigate the issue',
    'Look into the slow login page',
    'Consider a second region',
    'We should think about moving to Postgres 17',
    'Explore rate limiting at the edge',
    'Keep the whole team prepared for issues that may arise',
  ])('%s', (text) => {
    expect(vague.check(anItem(text))).toContain('for example')
  })

  test.each([
    'Improve monitoring of the payment queue',
    'Alert when fewer than 3 replicas answer',
    'Add monitoring for 5xx responses',
    'Investigate why the leader election took a minute',
    'Decide whether to consider a second region',
    'Explore rate limiting at the edge and write a design document',
    'Consider a second region and report to the architecture meeting',
    'Mejorar la monitorización',
    'Monitoring verbessern',
    '監視を改善する',
    '',
  ])('not: %s', (text) => {
    expect(vague.check(anItem(text))).toBeNull()
  })

  test.each([
    ['sub-items', { details: '- Page on full disks' }],
    ['a linked issue', { links: ['#12'] }],
  ])('not where %s may say more', (_, fields) => {
    expect(vague.check(anItem('Improve monitoring', fields))).toBeNull()
  })
})

describe('relies on people', () => {
  test.each([
    'Be more careful with production data',
    'We need to be more vigilant during releases',
    'Pay closer attention to certificate dates',
    'Remember to drain the node first',
    'Don’t forget the standby database',
    'Remind developers to run the migration check',
    'Ensure everyone follows the release checklist',
    'Releases: always double-check the target cluster',
    'Never deploy on a Friday',
    'Always ask a colleague before deleting a volume.',
    'Test all changes before deploying',
    'Hold a training session on the importance of backups',
  ])('%s', (text) => {
    expect(reliesOnPeople.check(anItem(text))).toContain('for example')
  })

  test.each([
    'Make the delete button ask for the name of the database',
    'Be more careful with production data: block deletes without a backup',
    'Take care of the expired certificates',
    'Always drain connections: the proxy waits 30 s before it stops',
    'Add a check so that nobody can forget the standby database',
    'Ensure the pool is closed on shutdown',
    'Run automated tests before deploying',
    'Hold a training session on restoring backups',
    'Tener más cuidado con los datos',
  ])('not: %s', (text) => {
    expect(reliesOnPeople.check(anItem(text))).toBeNull()
  })
})

describe('reads as done', () => {
  test.each([
    'We also moved the session store to its own cluster',
    'After the weekend, we’ve rotated the signing keys',
    'The import script was rewritten to check its input',
    'The partners have been told of the new limits',
    'Switched to weekly builds of the base image',
    'Raised the limit of open files',
  ])('%s', (text) => {
    expect(readsAsDone(text)).toBe(true)
  })

  test.each([
    'We will move the session store to its own cluster',
    'Improved monitoring: alert on the depth of the queue',
    'Automated tests for the importer',
    'Restore the rows that were deleted',
    'Customers whose orders were lost should get a refund',
    'Feed the metrics to the dashboard',
    'Die Skripte wurden angepasst',
    '',
  ])('not: %s', (text) => {
    expect(readsAsDone(text)).toBe(false)
  })
})

describe('several tasks', () => {
  test.each([
    ['Add an alert for full disks and write a runbook for the log hosts', 2],
    ['Raise the connection limit, add an index on orders and delete the old rows', 3],
    ['Fix the retry loop in the worker. Add a metric for failed retries.', 2],
    ['Pool: raise the connection limit of the proxy, then restart the web hosts slowly', 2],
  ])('%s', (text, tasks) => {
    expect(severalTasks.check(anItem(text))).toContain(`asks for ${tasks} things`)
  })

  test.each([
    'Review and tune the connection pool',
    'Add alerts for full disks, slow queries and failed backups',
    'Change the proxy to retry failed reads and drop failed writes',
    'Write a script that drains the node and restarts the agent there',
    'Write a smoke test for login and run it after each deployment',
    'Move the cron jobs to the scheduler. The old hosts are full.',
    'Set limits and requests for the search pods',
    'Review the alerts of the queue and document what each of them means',
    'Ajouter une alerte et documenter la procédure de retour arrière',
  ])('not: %s', (text) => {
    expect(severalTasks.check(anItem(text))).toBeNull()
  })
})
