import { beforeAll, describe, expect, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { packageTemplate, type Properties, type Statement, type Template } from './template.ts'

let template: Template
beforeAll(async () => {
  template = await packageTemplate()
}, 60_000)
const propertiesOf = (name: string): Properties => template.propertiesOf(name)
const ofType = (type: string): [string, Properties][] => template.ofType(type)

describe('the queues', () => {
  test('keep the jobs of a repository in order, and forget no message before it is in the dead-letter queue', () => {
    expect(propertiesOf('JobQueue')).toMatchObject({
      FifoQueue: true,
      QueueName: expect.stringMatching(/\.fifo$/),
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetterQueue', 'Arn'] },
        maxReceiveCount: 300,
      },
    })
    expect(propertiesOf('DeadLetterQueue')).toMatchObject({ FifoQueue: true })
    const { VisibilityTimeout: hidden, MessageRetentionPeriod: kept } = propertiesOf('JobQueue')
    expect(300 * Number(hidden)).toBeLessThan(Number(kept))
  })

  test.each(['JobQueue', 'DeadLetterQueue'])('%s is encrypted and keeps messages for 14 days', (name) => {
    expect(propertiesOf(name)).toMatchObject({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 86_400,
    })
  })

  test('hide a message for six times as long as the worker may take, and that holds the longest job', () => {
    const { Timeout: timeout, Environment: environment } = propertiesOf('WorkerLambdaFunction')
    expect(propertiesOf('JobQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(timeout))
    expect(Number(timeout)).toBeGreaterThan(Number(environment?.Variables.JOB_SECONDS))
  })

  test('feed the worker, which says what failed of a batch and runs no more jobs at once than GitHub allows', () => {
    const mapping = ofType('AWS::Lambda::EventSourceMapping')
    expect(mapping).toHaveLength(1)
    expect(mapping[0]?.[1]).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': ['JobQueue', 'Arn'] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    })
    const { ReservedConcurrentExecutions: concurrency, Environment: environment } =
      propertiesOf('WorkerLambdaFunction')
    expect(concurrency).toBe(2)
    // One write a second in all.
    expect(Number(environment?.Variables.WRITE_INTERVAL_MS) / Number(concurrency)).toBeGreaterThanOrEqual(
      1000,
    )
  })
})

const functions = ['Webhook', 'Worker', 'Rollup', 'Redeliver']

describe('each function', () => {
  test('is one of four, with Node 24 on arm64', () => {
    const found = ofType('AWS::Lambda::Function')
    expect(found.map(([name]) => name)).toEqual(functions.map((name) => `${name}LambdaFunction`))
    for (const [, properties] of found)
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
  })

  test.each(functions)('%s has a role, a log that is kept for 30 days, and an alarm of its own', (name) => {
    expect(propertiesOf(`${name}LambdaFunction`).Role).toEqual({ 'Fn::GetAtt': [`${name}Role`, 'Arn'] })
    expect(propertiesOf(`${name}LogGroup`).RetentionInDays).toBe(30)
    expect(propertiesOf(`${name}ErrorsAlarm`)).toMatchObject({ MetricName: 'Errors', Threshold: 1 })
  })

  test.each(functions)('%s knows where the secrets are, but not what they are', (name) => {
    const variables = propertiesOf(`${name}LambdaFunction`).Environment?.Variables ?? {}
    expect(variables.SECRETS_PATH).toBe('/followthrough/prod')
    expect(Object.keys(variables).join()).not.toMatch(/key|secret(?!s_path)|token/i)
  })

  test('that receives webhooks answers before GitHub gives up', () => {
    expect(propertiesOf('WebhookLambdaFunction').Timeout).toBeLessThan(10)
    expect(ofType('AWS::ApiGatewayV2::Route').map(([, route]) => route.RouteKey)).toEqual([
      'ANY /api/github/webhooks',
    ])
  })

  test('is reached by no more requests than a burst of webhooks has, and what is refused leaves a trace', () => {
    const { DefaultRouteSettings: settings, AccessLogSettings: logs } = propertiesOf('HttpApiStage')
    expect(settings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 })
    expect(logs).toMatchObject({ DestinationArn: { 'Fn::GetAtt': ['HttpApiLogGroup', 'Arn'] } })
    expect(propertiesOf('HttpApiLogGroup').RetentionInDays).toBe(30)
    // Only what the gateway itself says, nothing that a stranger sent.
    const { Format: format } = logs as { Format: string }
    expect(format.match(/\$context\.[\w.]+/g)).toEqual([
      '$context.requestTime',
      '$context.requestId',
      '$context.identity.sourceIp',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.responseLength',
    ])
  })
})

describe('a role', () => {
  const statementsOf = (name: string): Statement[] =>
    (propertiesOf(name).Policies ?? []).flatMap(({ PolicyDocument: { Statement } }) => Statement)
  const actionsOf = (name: string): string[] => statementsOf(name).flatMap(({ Action }) => Action)

  test('exists for each function and for the schedules, and is no other', () => {
    const roles = ofType('AWS::IAM::Role').map(([name]) => name)
    expect(roles.sort()).toEqual([...functions, 'Schedule'].map((name) => `${name}Role`).sort())
    expect(ofType('AWS::IAM::Policy')).toEqual([])
  })

  test('of the schedules starts two functions, for this account only', () => {
    expect(JSON.stringify(propertiesOf('ScheduleRole').AssumeRolePolicyDocument)).toContain(
      'aws:SourceAccount',
    )
    expect(actionsOf('ScheduleRole')).toEqual(['lambda:InvokeFunction'])
    const [statement] = statementsOf('ScheduleRole')
    expect(statement?.Resource).toEqual(
      ['rollup', 'redeliver'].map((name) => ({
        'Fn::Sub': expect.stringMatching(new RegExp(`:function:followthrough-prod-${name}$`)),
      })),
    )
  })

  test.each([
    ['WebhookRole', ['ssm:GetParameters', 'sqs:SendMessage']],
    [
      'WorkerRole',
      [
        'ssm:GetParameters',
        'sqs:ReceiveMessage',
        'sqs:DeleteMessage',
        'sqs:ChangeMessageVisibility',
        'sqs:GetQueueAttributes',
        'sqs:SendMessage',
        'sqs:SendMessage',
      ],
    ],
    ['RollupRole', ['ssm:GetParameters', 'sqs:SendMessage']],
    ['RedeliverRole', ['ssm:GetParameters']],
  ])('%s allows what the function does', (name, actions) => {
    expect(actionsOf(name)).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents', ...actions])
  })

  test('names no wildcard, except where log streams of one group force it', () => {
    for (const [name] of ofType('AWS::IAM::Role')) {
      for (const { Action: action, Resource: resource } of statementsOf(name)) {
        expect(JSON.stringify(action)).not.toContain('*')
        const withoutStreams = JSON.stringify(resource).replace(/log-group:\/aws\/lambda\/[\w-]+:\*/g, '')
        expect(withoutStreams).not.toContain('*')
      }
    }
  })

  test('lets only the webhook function read the webhook secret, and not the private key', () => {
    const readers = (secret: string): string[] =>
      ofType('AWS::IAM::Role')
        .map(([name]) => name)
        .filter((name) => JSON.stringify(statementsOf(name)).includes(`/followthrough/prod/${secret}`))
    expect(readers('webhook-secret')).toEqual(['WebhookRole'])
    expect(readers('private-key')).toEqual(['WorkerRole', 'RollupRole', 'RedeliverRole'])
  })
})

test('the schedules run weekly and hourly, the weekly one in a time zone', () => {
  const schedules = ofType('AWS::Scheduler::Schedule').map(([, properties]) => properties)
  const GroupName = { Ref: 'ScheduleGroup' }
  expect(schedules).toMatchObject([
    { ScheduleExpression: 'cron(0 9 ? * MON *)', ScheduleExpressionTimezone: 'UTC', GroupName },
    { ScheduleExpression: 'rate(1 hour)', GroupName },
  ])
})

test.each([
  ['DeadLetterAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 1],
  ['QueueAgeAlarm', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', 7200],
  ['WebhooksFailedAlarm', 'AWS/ApiGateway', '5xx', 1],
  ['SchedulesFailedAlarm', 'AWS/Scheduler', 'TargetErrorCount', 1],
])('%s watches %s %s', (name, namespace, metric, threshold) => {
  expect(propertiesOf(name)).toMatchObject({
    Namespace: namespace,
    MetricName: metric,
    Threshold: threshold,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  })
})

test('every alarm is told, and no figures are no alarm', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm')
  expect(alarms).toHaveLength(8)
  for (const [, properties] of alarms)
    expect(properties).toMatchObject({
      AlarmActions: [{ Ref: 'AlarmTopic' }],
      TreatMissingData: 'notBreaching',
    })
})

test('every tunable has a default, and each one is used', async () => {
  const files = [
    'serverless.yml',
    ...(await readdir('infrastructure')).map((name) => `infrastructure/${name}`),
  ]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const used = texts.flatMap((text) => [...text.matchAll(/\$\{param:(\w+)\}/g)].map(([, name]) => name))
  const { params } = parse(texts[0] ?? '', { logLevel: 'error' }) as { params: { default: object } }
  expect(Object.keys(params.default).sort()).toEqual([...new Set(used)].sort())
})

describe('the dashboard', () => {
  interface Widget {
    x: number
    y: number
    properties: { metrics: string[][] }
  }
  const widgets = (): Widget[] => {
    const body = propertiesOf('Dashboard').DashboardBody as { 'Fn::Sub': string }
    return (JSON.parse(body['Fn::Sub'].replace(/\$\{[\w:.]+\}/g, 'x')) as { widgets: Widget[] }).widgets
  }
  const shown = (): [string, string][] =>
    widgets().flatMap(({ properties: { metrics } }) =>
      metrics.map(([namespace = '', name = '']): [string, string] => [namespace, name]),
    )

  test('shows all figures of the functions, by the names under which they report them', async () => {
    const source = await readFile('src/lambda/metrics.ts', 'utf8')
    const reported = [...source.matchAll(/\| '(\w+)'/g)].map(([, name]) => name)
    const own = shown().filter(([namespace]) => namespace === 'Followthrough')
    expect([...new Set(own.map(([, name]) => name))].sort()).toEqual(reported.sort())
  })

  test('shows figures that AWS has', () => {
    const known: Record<string, string[]> = {
      'AWS/ApiGateway': ['Count', '4xx', '5xx', 'Latency'],
      'AWS/Lambda': ['ConcurrentExecutions', 'Errors', 'Throttles'],
      'AWS/SQS': ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
    }
    const unknown = shown().filter(
      ([namespace, name]) => namespace !== 'Followthrough' && known[namespace]?.includes(name) !== true,
    )
    expect(unknown).toEqual([])
  })

  test('gives each widget a place of its own', () => {
    const places = widgets().map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

test('the webhook function holds no Probot, no Markdown and no chart code', async () => {
  const { outputs } = JSON.parse(await readFile('build/meta.json', 'utf8')) as {
    outputs: Record<string, { inputs: object }>
  }
  const inputs = Object.keys(outputs['build/webhook/index.mjs']?.inputs ?? {})
  expect(inputs).toContain('src/lambda/webhook.ts')
  expect(
    inputs.filter((path) =>
      /node_modules\/(probot|bottleneck|@octokit\/(core|rest|auth|plugin)|remark|mdast|micromark|hast|unified|parse5|chrono)|src\/(postmortem|render|github|sandbox)\/|(dashboard|rollup)\.ts/.test(
        path,
      ),
    ),
  ).toEqual([])
})
