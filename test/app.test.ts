import { expect, test } from '@jest/globals'
import { Webhooks } from '@octokit/webhooks'
import { followthrough } from '../src/app.ts'
import type { Job } from '../src/jobs/job.ts'
import { delivery } from './webhooks.ts'

const listen = (): { webhooks: Webhooks; jobs: Job[] } => {
  const jobs: Job[] = []
  const webhooks = new Webhooks({ secret: 'harbour' })
  const app = followthrough({ enqueue: (job) => void jobs.push(job), botLogin: 'followthrough[bot]' })
  app({ on: webhooks.on.bind(webhooks) as never })
  return { webhooks, jobs }
}

test('an event that concerns a postmortem is queued as one job', async () => {
  const { webhooks, jobs } = listen()
  await webhooks.receive(delivery('pull_request.closed'))
  expect(jobs.map(({ look }) => look)).toEqual([{ kind: 'pull-request', number: 318 }])
})

test('an event that concerns none is not queued', async () => {
  const { webhooks, jobs } = listen()
  const adopted = delivery('issues.closed', 'issues-closed-adopted')
  const issue = { ...adopted.payload.issue, comments: 0 }
  await webhooks.receive({ ...adopted, payload: { ...adopted.payload, issue } })
  expect(jobs).toEqual([])
})

test('where the queue refuses a job, the delivery fails, so that it can be redelivered', async () => {
  const webhooks = new Webhooks({ secret: 'harbour' })
  const app = followthrough({
    enqueue: () => Promise.reject(new Error('the queue is full')),
    botLogin: 'followthrough[bot]',
  })
  app({ on: webhooks.on.bind(webhooks) as never })
  await expect(webhooks.receive(delivery('push'))).rejects.toThrow('the queue is full')
})
