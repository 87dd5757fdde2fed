import { findInstallation } from '../../github/app-key.ts'
import { toJobError } from '../../github/errors.ts'
import { createGitHub } from '../../github/index.ts'
import { listRecentCreations } from '../../github/recent-creations.ts'
import { createRestClient, readOwnLogin, type RestClientSettings } from '../../github/rest.ts'
import { findPostmortems } from '../../jobs/backfill.ts'
import { findHome } from '../../jobs/home.ts'
import type { GitHub, RepositoryName } from '../../jobs/ports.ts'
import type { Branch } from '../../jobs/sync.ts'

/** What a backfill works with. */
export interface Connection {
  /** Whom the token acts for. */
  login: string
  github: GitHub
  /** The default branch with all its postmortems. */
  branch: Branch
  /** Why nothing can be done, one sentence of Markdown each. */
  obstacles: string[]
}

const HOUR_MS = 3_600_000

/**
 * Finds out who we are, what there is to do, and what stands against it.
 *
 * @throws RetryableError, PermanentError
 */
export const connect = async (
  repository: RepositoryName,
  settings: RestClientSettings,
): Promise<Connection> => {
  try {
    return await open(repository, settings)
  } catch (error) {
    throw toJobError(error)
  }
}

const open = async (repository: RepositoryName, given: RestClientSettings): Promise<Connection> => {
  const settings = { ...given, token: await enter(repository, given) }
  const reader = createRestClient(settings)
  const login = await readOwnLogin(reader)
  const reading = { github: createGitHub(reader, { botLogin: login }) }
  const branch = await findPostmortems(repository, reading)
  const { snapshot, config } = branch
  const home = await findHome(snapshot, config, reading)
  const [other] = await reading.github.othersItems(home.name, config.labels.actionItem)
  const obstacles = [
    ...branch.problems,
    ...home.problems,
    ...(snapshot.isArchived ? ['The repository is archived: nothing can be written there.'] : []),
    ...(other === undefined ? [] : [keptByAnother(other.author, login)]),
  ]
  const since = new Date((settings.time?.now() ?? Date.now()) - HOUR_MS)
  const earlierCreations = await listRecentCreations(reader, login, home.name, since)
  const writer = createRestClient({ ...settings, earlierCreations })
  // Known for all postmortems at once.
  const othersItems: GitHub['othersItems'] = () => Promise.resolve([])
  return { login, github: { ...createGitHub(writer, { botLogin: login }), othersItems }, branch, obstacles }
}

/** The app itself reaches no repository: one of its installations does. */
const enter = async (
  repository: RepositoryName,
  settings: RestClientSettings,
): Promise<RestClientSettings['token']> =>
  typeof settings.token === 'string'
    ? settings.token
    : findInstallation(createRestClient(settings), settings.token, repository)

const keptByAnother = (other: string, login: string): string =>
  `The action items of this repository are kept by ${other}. As ${login}, this command would open them a second time: ` +
  `use the credentials of ${other}.`
