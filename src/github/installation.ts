/**
 * The installation that an Octokit acts for, told by its throttling id, which Probot sets.
 *
 * @param options of the Octokit, as its plugins receive them
 * @returns null for the Octokit of the app itself
 */
export const installationOf = (options: { throttle?: { id?: string } }): string | null =>
  options.throttle?.id ?? null
