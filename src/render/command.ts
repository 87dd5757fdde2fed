import { truncate } from './clean.ts'
import { label } from './text.ts'

const quoted = (words: string): string => `“${label(truncate(words, 80))}”`

/** The answer to `/due` with words that name no date. */
export const noSuchDate = (words: string): string =>
  words === ''
    ? 'Which day? Write it like `/due 2026-12-01`, or `/due none` for no due date.'
    : `I found no date in ${quoted(words)}. Write it like \`/due 2026-12-01\`, or \`/due none\` for no due date.`

/** The answer to a word after `/followthrough` that means nothing. */
export const noSuchCommand = (words: string): string =>
  `${words === '' ? 'I need one more word' : `I do not know ${quoted(words)}`}. On the pull request of a postmortem I understand ` +
  '`/followthrough sync` (bring issues and status up to date) and `/followthrough status` (say how it stands); on the ' +
  'issue of an action item `/due 2026-12-01` and `/due none`.'

/** The answer to `/due` where no action item is. */
export const dueBelongsOnIssues =
  '`/due` sets the date of one action item: write it on the issue of that item.'

/** The answer to `/due` on an issue that people opened. */
export const dueStandsInPostmortem =
  'This issue was opened by a person, so the postmortem alone says when it is due: change the date there.'

/** The answer to `/due` on an issue that was opened before issues went to another repository, or that was moved. */
export const issuesGoElsewhere =
  'The issues of this postmortem go to another repository now. Of this one, only who has it and whether it is open are followed ' +
  'still: change the date in the postmortem.'

/** The answer to `/due` on an issue whose postmortem the app cannot see any more. */
export const postmortemOutOfSight =
  'The repository of this postmortem is gone, or Followthrough is not installed there any more, so the date would be followed nowhere.'

/** The answer to `/followthrough` where no postmortem is followed. */
export const noPostmortemHere =
  'No postmortem is followed from here. A postmortem is followed on the pull request that brought it, once that is merged.'

/** The answer to any command while the configuration is wrong. */
export const configurationFirst =
  'The configuration in `.github/followthrough.yml` cannot be used, so nothing was changed; the status says what to mend.'

/**
 * The answer to `/followthrough status`: the head of each status, which says how many items are done.
 *
 * @param statuses the status as it is written, and where
 */
export const statusAnswer = (statuses: { text: string; url: string }[]): string =>
  statuses
    .map(({ text, url }) => {
      const [heading = '', progress = ''] = text.trim().split('\n\n')
      return `${heading}\n\n${progress.startsWith('**') ? `${progress}\n\n` : ''}[All items](${url})`
    })
    .join('\n\n')
