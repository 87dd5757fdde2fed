interface Author {
  login: string
  type?: string
}

/**
 * Whether the app itself wrote something. A person can copy a hidden marker, but not be this author:
 * GitHub allows no brackets in the logins of people.
 *
 * @param author as GitHub's REST API gives it; null where the account is gone
 * @param botLogin the app's login, `slug[bot]`
 */
export const isBot = (author: Author | null | undefined, botLogin: string): boolean =>
  author?.type === 'Bot' && author.login.toLowerCase() === botLogin.toLowerCase()

/**
 * The same for an author as GitHub's GraphQL API gives it: there the login of a bot has no `[bot]` at its end, and
 * the type tells it from a person of that name.
 */
export const isBotOfGraphql = (
  author: { __typename: string; login: string } | null,
  botLogin: string,
): boolean => author?.__typename === 'Bot' && `${author.login}[bot]`.toLowerCase() === botLogin.toLowerCase()
