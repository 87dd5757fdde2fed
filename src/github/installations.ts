import type { Installations, RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import { toJobError } from './errors.ts'

/**
 * Where the app is installed, page by page.
 *
 * @param connect gives a client of the app itself, or of one of its installations
 */
export const listInstallations = (connect: (installationId?: number) => Promise<Client>): Installations => ({
  async *installationIds() {
    const app = await connect()
    const pages = app.paginate.iterator(app.rest.apps.listInstallations, { per_page: 100 })
    for await (const { data } of asJobErrors(pages)) {
      for (const { id, suspended_at: suspended } of data) if (suspended === null) yield id
    }
  },
  async *repositories(installationId) {
    const installation = await connect(installationId)
    const pages = installation.paginate.iterator(installation.rest.apps.listReposAccessibleToInstallation, {
      per_page: 100,
    })
    for await (const { data } of asJobErrors(pages)) {
      for (const { owner, name } of data) yield { owner: owner.login, repo: name } satisfies RepositoryName
    }
  },
})

async function* asJobErrors<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  try {
    yield* pages
  } catch (error) {
    throw toJobError(error)
  }
}
