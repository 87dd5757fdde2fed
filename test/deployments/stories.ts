import type { LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import type { Delivery } from '../../src/local-github/webhooks/deliveries.ts'

/** A postmortem with two action items of its own. */
export const postmortem = (name: string): string => `# Outage ${name}

## Action items

- Add an alert for the queue of ${name}
- Limit the retries of ${name}
`

/** Merges a postmortem in a repository; returns the pull request's number. */
export const mergePostmortem = async (story: Story, name: string): Promise<number> => {
  const { number } = await story.openPullRequest({
    files: { [`docs/postmortems/${name}.md`]: postmortem(name) },
    title: `Postmortem of ${name}`,
  })
  await story.merge(number)
  return number
}

/** Titles of the issues that the app opened for the action items of these postmortems, sorted. */
export const itemsIn = async (github: LocalGitHub, repo: string, names: string[]): Promise<string[]> => {
  const issues = await createStory(github, 'maya', repo).listIssues()
  return issues
    .filter(({ labels }) => labels.some(({ name }) => name === 'action-item'))
    .map(({ title }) => title)
    .filter((title) => names.some((name) => title.endsWith(` ${name}`)))
    .sort()
}

/** The titles that these postmortems ask for, sorted. */
export const itemsOf = (names: string[]): string[] =>
  names.flatMap((name) => [`Add an alert for the queue of ${name}`, `Limit the retries of ${name}`]).sort()

/** How many comments the app wrote on a pull request. */
export const ownComments = async (github: LocalGitHub, repo: string, number: number): Promise<number> => {
  const comments = await createStory(github, 'maya', repo).listComments(number)
  return comments.filter(({ user }) => user.login === github.botLogin).length
}

/** An order that mixes everything up, the same in every run. */
export const shuffled = <T>(things: T[]): T[] => {
  let seed = 20_261_121
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  return things
    .map((thing) => ({ thing, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ thing }) => thing)
}

/**
 * Sends recorded deliveries, so many at a time.
 *
 * @returns the answers' statuses
 */
export const sendAll = async (url: string, deliveries: Delivery[], atATime: number): Promise<number[]> => {
  const waiting = [...deliveries]
  const statuses: number[] = []
  const sender = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { status } = await fetch(url, { method: 'POST', headers: next.headers, body: next.body })
      statuses.push(status)
    }
  }
  await Promise.all(Array.from({ length: atATime }, sender))
  return statuses
}
