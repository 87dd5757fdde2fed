/** The part of the adapter that does not load all of Probot, which takes longer than everything else at a cold start. */
declare module '@probot/adapter-aws-lambda-serverless/lambda-function.js' {
  import type { Webhooks } from '@octokit/webhooks'

  /** Verifies the request's signature and hands the event to the webhooks; rejects with what they reject with. */
  const lambdaFunction: (probot: { webhooks: Webhooks }, request: object) => Promise<unknown>
  export = lambdaFunction
}
