import type { ProbotOctokit } from 'probot'

/** The part of an authenticated Octokit that this folder uses; Probot's and `@octokit/rest` both have it. */
export type Client = Pick<InstanceType<typeof ProbotOctokit>, 'rest' | 'graphql' | 'paginate' | 'request'>
