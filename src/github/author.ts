interface Author {
  login: string
  type?: string
}

/** Bots have this at the end of their logins, which GitHub allows nobody else. */
const BOT = /\[bot\]$/i

/**
 * Whether we ourselves wrote something: the app, or the person whose token is used on the command line.
 * Anybody can copy a hidden marker, but not be this author.
 *
 * @param author as GitHub's REST API gives it; null where the account is gone
 * @param ownLogin the app's login, `slug[bot]`, or the person's
 */
export const isOwn = (author: Author | null | undefined, ownLogin: string): boolean =>
  author?.type === (BOT.test(ownLogin) ? 'Bot' : 'User') && sameLogin(author.login, ownLogin)

/**
 * The same for an author as GitHub's GraphQL API gives it: there the login of a bot has no `[bot]` at its end, and
 * the type tells it from a person of that name.
 */
export const isOwnOfGraphql = (
  author: { __typename: string; login: string } | null,
  ownLogin: string,
): boolean =>
  author?.__typename === (BOT.test(ownLogin) ? 'Bot' : 'User') &&
  sameLogin(author.login, ownLogin.replace(BOT, ''))

const sameLogin = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()
