import * as z from 'zod'
import { findingIds } from '../postmortem/findings/ids.ts'
import { pattern } from './pattern.ts'
import { names, section } from './section.ts'

// Error texts in this file complete the sentence "expected …"; `describe` texts become the documentation of the keys.

/** The layouts that teams use most. Folder names count anywhere in the path, file names at its end. */
export const defaultPostmortems = [
  '**/*{postmortem,post-mortem,post_mortem,incident-report,incidents}*/**/*',
  '**/*{postmortem,post-mortem,post_mortem}*',
]

/** GitHub's rule for user names, with the `_suffix` of enterprise-managed users. */
const handle = z
  .string()
  .regex(/^@?[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}(?:_[A-Za-z\d]{1,8})?$/, {
    error: 'a GitHub user name such as alice (a GitHub team cannot be assigned: list its people)',
  })
  .transform((written) => written.replace(/^@/, ''))

const handles = z
  .union([handle, z.array(handle)], { error: 'a GitHub user name such as alice, or a list of them' })
  .transform((oneOrMany) => [oneOrMany].flat())

const days = z
  .int({ error: 'a whole number of days from 1 to 3650' })
  .min(1, { error: 'a whole number of days from 1 to 3650' })
  .max(3650, { error: 'a whole number of days from 1 to 3650' })

/** GitHub refuses longer label names. */
const longestLabel = 50

const label = z
  .string()
  .trim()
  .regex(/\S/, { error: 'a label name' })
  .max(longestLabel, { error: `a label name of at most ${longestLabel} characters` })

const repository = z.string().regex(/^(?:[A-Za-z\d][A-Za-z\d_-]*\/)?(?!\.{1,2}$)[\w.-]{1,100}$/, {
  error: 'the name of a repository of the same owner, as name or owner/name',
})

export const configSchema = section({
  postmortems: z
    .array(pattern)
    .max(100, { error: 'at most 100 patterns' })
    .default(defaultPostmortems)
    .describe(
      'Which files are postmortems: glob patterns from the root of the repository, without regard to case. ' +
        'A folder stands for everything in it. A pattern that starts with `!` leaves out what it matches. Only Markdown files ' +
        '(`.md`, `.markdown`) count. A file name that contains `template` counts only where a pattern says `template` too.',
    ),
  file: section({
    tasks: z.boolean().default(true).describe('Open issues for specific tasks.'),
    improvements: z
      .boolean()
      .default(false)
      .describe(
        'Open issues for broad improvements too, where a document lists both. Otherwise the status comment shows them as not filed.',
      ),
  }).describe('What becomes an issue.'),
  labels: section({
    postmortem: label.default('postmortem').describe('On every issue, and on the dashboard.'),
    actionItem: label.default('action-item').describe('On every issue of an action item.'),
    improvement: label.default('improvement').describe('On issues of broad improvements.'),
    overdue: label.default('overdue').describe('On open issues after their due date.'),
    priorityPrefix: z
      .string()
      .max(longestLabel - 10, { error: `a text of at most ${longestLabel - 10} characters` })
      .default('priority: ')
      .describe('What stands before the priority in its label: `priority: P1`.'),
    extra: z.array(label).default([]).describe('More labels for every issue.'),
  }).describe('Names of the labels. A label that is missing in the repository is created.'),
  people: names(handles).describe(
    'Who is assigned: a name as postmortems write it, and a GitHub user name or a list of them. ' +
      'Names of teams work too. Case and spacing do not matter. `@handles` in postmortems need no entry.',
  ),
  due: section({
    default: days
      .nullable()
      .default(null)
      .describe(
        'Days allowed for an item that states no due date and no priority listed below. None: no due date.',
      ),
    priorities: names(days).describe(
      'Days allowed per priority, as postmortems write it: `P1: 14`. Case does not matter.',
    ),
  }).describe('Time allowed, counted from the merge, for items that state no due date themselves.'),
  require: z
    .array(z.enum(findingIds))
    .default([])
    .describe('Findings that fail the check of a pull request. All others are advice.'),
  check: section({
    everyPullRequest: z
      .boolean()
      .default(false)
      .describe(
        'Give pull requests without postmortems a successful check as well. Set it where a rule of the branch requires the check: ' +
          'GitHub lets nothing be merged before a required check has come to a result.',
      ),
  }).describe('The check of a pull request.'),
  rollup: section({
    enabled: z.boolean().default(true).describe('Post the weekly comment while items are open.'),
    mentions: z
      .enum(['overdue-owners', 'none'])
      .default('overdue-owners')
      .describe('Whom the weekly comment notifies: the owners of overdue items, or nobody.'),
  }).describe('The weekly comment on each postmortem with open items.'),
  dashboard: z
    .boolean()
    .default(true)
    .describe('Keep one issue with all open items and the numbers of the repository.'),
  removed: z
    .enum(['keep', 'close'])
    .default('keep')
    .describe(
      'What happens to an open issue when its item disappears from the postmortem: keep it open and mark it, or close it as not planned.',
    ),
  issues: section({
    repository: repository
      .nullable()
      .default(null)
      .describe(
        'Open the issues in another repository of the same owner. None: in the repository of the postmortem.',
      ),
    allowPublic: z
      .boolean()
      .default(false)
      .describe('Allow that repository to be public although the postmortems are private.'),
  }).describe('Where issues go.'),
  tracking: z
    .enum(['pull_request', 'issue'])
    .default('pull_request')
    .describe(
      'Where the status is kept: in a comment on the pull request that brought the postmortem, or in one tracking issue per postmortem. One that exists stays where it is.',
    ),
})

/** The configuration in force for one repository: every key has a value. */
export type Config = z.output<typeof configSchema>

/** What holds where nothing is configured. */
export const defaultConfig: Config = configSchema.parse({})
