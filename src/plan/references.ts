import type { RepositoryName } from './types.ts'

/** What a link of an item points to. */
export type Reference =
  /** An issue or pull request on GitHub. */
  | ({ kind: 'github'; number: number } & RepositoryName)
  /** A ticket of another tracker, whose state the app cannot see. */
  | { kind: 'ticket'; link: string }
  /** Anything else: a document, a dashboard, a chat message. It is context, not a tracker. */
  | { kind: 'page'; link: string }

const SHORT = /^(?:GH-|#)(\d{1,9})$/i
const QUALIFIED = /^([\w.-]+)\/([\w.-]+)#(\d{1,9})$/
const PAGE = /^https?:\/\/[^/]+\/([\w.-]+)\/([\w.-]+)\/(?:issues|pull)\/(\d{1,9})(?:[/?#].*)?$/i
const TRACKER_KEY = /^[A-Z][A-Z0-9_]+-\d+$/

/** Addresses that trackers give to single tickets. Searching long texts for them takes time that grows with the square. */
const TRACKER_PAGES = [
  /\/browse\/[A-Z][A-Z0-9_]+-\d+/, // Jira
  /\/-\/(?:issues|merge_requests|work_items)\/\d+/, // GitLab
  /\/(?:issues|issue|pull|pulls)\/\d+/, // Gitea, Forgejo, Bitbucket, Redmine
  /linear\.app\/[^/]+\/issue\//,
  /app\.asana\.com\/.*\d{6,}/,
  /trello\.com\/c\//,
  /app\.clickup\.com\/t\//,
  /app\.shortcut\.com\/[^/]+\/story\/\d+/,
  /show_bug\.cgi\?id=\d+/, // Bugzilla
  /\/_workitems\/edit\/\d+/, // Azure Boards
  /youtrack[^/]*\/.*issue\/[A-Z]/i,
  /\/T\d+$/, // Phabricator
]

/** Browsers and servers take no longer ones. */
const LONGEST_ADDRESS = 2_000

/**
 * Tells what a link points to.
 *
 * @param link as the postmortem writes it
 * @param home the repository that `#12` is about
 * @param host GitHub's host, `github.com` or an enterprise server's
 */
export const referenceOf = (link: string, home: RepositoryName, host: string): Reference => {
  const short = SHORT.exec(link)
  if (short) return { kind: 'github', ...home, number: Number(short[1]) }
  const address = QUALIFIED.exec(link) ?? (hostOf(link) === host.toLowerCase() ? PAGE.exec(link) : null)
  if (address) {
    const [, owner = '', repo = '', number] = address
    return { kind: 'github', owner, repo, number: Number(number) }
  }
  const isTicket =
    link.length <= LONGEST_ADDRESS &&
    (TRACKER_KEY.test(link) || TRACKER_PAGES.some((page) => page.test(link)))
  return { kind: isTicket ? 'ticket' : 'page', link }
}

const hostOf = (link: string): string | null => (URL.canParse(link) ? new URL(link).host.toLowerCase() : null)

/** `owner/repo#12`, in lower case, as a key. */
export const referenceKey = ({ owner, repo, number }: RepositoryName & { number: number }): string =>
  `${owner}/${repo}#${number}`.toLowerCase()

export const sameRepository = (left: RepositoryName, right: RepositoryName): boolean =>
  left.owner.toLowerCase() === right.owner.toLowerCase() &&
  left.repo.toLowerCase() === right.repo.toLowerCase()
