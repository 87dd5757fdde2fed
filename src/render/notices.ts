import type { ConfigProblem } from '../config/problem.ts'
import { configPath, misnamedConfigPath } from '../config/problem.ts'
import type { ActionItem } from '../postmortem/types.ts'
import { truncate } from './clean.ts'
import { inline, link } from './text.ts'

/** A postmortem to link: its title, else its path, and the page to read it. */
export interface PostmortemLink {
  title: string
  url: string
}

const postmortemLink = ({ title, url }: PostmortemLink): string => link(truncate(title, 200), url)

/** Stands at the top of an issue's block while the postmortem does not list its item. */
export const goneBanner =
  '> [!NOTE]\n> The postmortem no longer lists this action item. Should the item return, this note disappears.'

/**
 * The one comment on an issue whose item left the postmortem.
 *
 * @param closes whether the app closes the issue as not planned, as the configuration may ask
 */
export const goneComment = (postmortem: PostmortemLink, closes: boolean): string =>
  `The postmortem ${postmortemLink(postmortem)} no longer lists this action item. ` +
  (closes
    ? 'The issue is closed as not planned, as the configuration of this repository asks; reopen it if the work is still needed.'
    : 'The issue stays open: close it if the work is no longer needed.')

/** Stands at the top of an issue's block that was opened a second time for the same item. */
export const duplicateBanner = (olderNumber: number): string =>
  `> [!NOTE]\n> Duplicate of #${olderNumber}, which tracks the same action item.`

/** The one comment on an existing issue that an action item links. */
export const adoptionComment = (postmortem: PostmortemLink, item: Pick<ActionItem, 'text'>): string =>
  `The postmortem ${postmortemLink(postmortem)} names this issue for one of its action items:\n\n` +
  `> ${inline(truncate(item.text, 1_000))}\n\n` +
  'It is tracked there from now on, and no second issue is opened.'

/** Why a postmortem could not be read. */
export type Unread =
  | { kind: 'too-large'; byteSize: number }
  | { kind: 'binary' }
  | { kind: 'empty' }
  /** `message`: the parser's own sentence for the author. */
  | { kind: 'too-complex'; message: string }
  | { kind: 'deleted' }

/** Says why a postmortem could not be read and what helps, for the problems of the status. */
export function unreadableProblem(unread: Unread): string {
  switch (unread.kind) {
    case 'too-large':
      return (
        `The file has ${megabytes(unread.byteSize)} MB and was not read; the limit is 1 MB. Move images and logs out ` +
        'of it, and the action items are picked up with the next change.'
      )
    case 'binary':
      return 'The file is not text in UTF-8 and was not read. Save it as UTF-8 Markdown, and the action items are picked up.'
    case 'empty':
      return 'The file is empty.'
    case 'too-complex':
      return inline(unread.message)
    case 'deleted':
      return 'The file was deleted. Issues that were opened for it stay as they are, and their state is still shown here.'
  }
}

/** Rounded up, so that a file just over the limit does not look as if it were within. */
const megabytes = (bytes: number): string => (Math.ceil(bytes / 10_000) / 100).toFixed(2)

/** Says what is wrong in the configuration, after the sentence that tells what follows from it. */
export const configurationProblems = (problems: ConfigProblem[]): string[] => [
  'The configuration cannot be used, so nothing is opened or changed here until it is corrected:',
  ...problems.map(({ file, line, message, expected }) => {
    const place = file === 'owner' ? `\`${configPath}\` of the \`.github\` repository` : `\`${configPath}\``
    return `${place}, line ${line}: ${inline(message)}. Expected ${inline(expected)}.`
  }),
]

/** Says that a configuration is not read for its name. */
export const misnamedConfigurationProblem = `\`${misnamedConfigPath}\` is not read: rename it to \`${configPath}\`.`

/**
 * Says that a repository takes no issues at all.
 *
 * @param repository `owner/name`, where it is another than the postmortem's
 */
export const issuesDisabledProblem = (repository?: string): string =>
  `Issues are switched off in ${repository === undefined ? 'this repository' : code(repository)}, so no action item can ` +
  'be filed. Switch them on under Settings → General → Features; the next change of the postmortem files its items.'

/** Says that `issues.repository` names a repository of somebody else. */
export const homeOfAnotherOwnerProblem = (repository: string, owner: string): string =>
  `\`issues.repository\` names ${code(repository)}, but issues can only go to a repository of ${code(owner)}. Nothing is ` +
  'opened or changed until that is corrected.'

/** Says that the app does not see the repository that `issues.repository` names. */
export const homeOutOfSightProblem = (repository: string): string =>
  `\`issues.repository\` names ${code(repository)}, which does not exist or is not among the repositories that ` +
  'Followthrough is installed in. Nothing is opened or changed until it is; add it on the app’s page under Settings → GitHub Apps.'

/** Says that private postmortems would become public. */
export const homePublicProblem = (repository: string): string =>
  `The postmortems here are private, and ${code(repository)}, which \`issues.repository\` names, is public: everybody could ` +
  'read the action items. Nothing is opened or changed there. Choose a private repository, or set `issues.allowPublic: true` if that is meant.'

/** Says that the repository that `issues.repository` names cannot be written to. */
export const homeArchivedProblem = (repository: string): string =>
  `${code(repository)}, which \`issues.repository\` names, is archived: no issue can be opened there.`

const code = (text: string): string => `\`${text.replaceAll('`', '')}\``

/**
 * Says that the app lacks a permission.
 *
 * @param permission as GitHub names it, for example `issues=write`; null where it does not say
 */
export const permissionProblem = (permission: string | null): string =>
  `Followthrough lacks ${permission === null ? 'a permission' : `the permission \`${permission.replaceAll('`', '')}\``} ` +
  'to file the action items here. An administrator can grant it on the app’s page under Settings → GitHub Apps; ' +
  'nothing is lost, and the next change is handled in full.'

/**
 * Says that another account has filed the action items, as where the app was registered anew.
 *
 * @param login of that account
 */
export const keptByAnotherProblem = (login: string): string =>
  `The action items here were filed by ${code(login)}, whose issues are not those of this app: nothing is filed again. To have ` +
  'them followed from here, link each issue behind its item in the postmortem, as in `#12`.'

/** Why the check of a pull request cannot know what merging does. */
export const conflictProblem = (baseBranch: string): string =>
  `This branch conflicts with ${inline(baseBranch)}. What is said here is about the version of this branch; what merging does depends on how ` +
  'the conflict is resolved.'
