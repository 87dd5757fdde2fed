import type { NewIssue, RepositoryName } from '../jobs/ports.ts'
import type { Issue, IssueChanges } from '../plan/types.ts'
import { withoutUnassignable } from './assignees.ts'
import type { Client } from './client.ts'
import { toIssue } from './issues.ts'

/**
 * Opens an issue, leaving out logins that cannot be assigned in the repository.
 * Never tried again blindly: after a lost answer, only reading tells whether the issue is there.
 */
export const createIssue = async (
  client: Client,
  repository: RepositoryName,
  { title, body, labels, assignees }: NewIssue,
): Promise<Issue> => {
  const { data } = await withoutUnassignable(client, repository, assignees, (assignable) =>
    client.rest.issues.create({
      ...repository,
      title,
      body,
      labels,
      assignees: assignable,
      request: { retries: 0 },
    }),
  )
  return toIssue(data)
}

/** Changes what `changes` names and nothing else; logins that cannot be assigned are left out. */
export const updateIssue = async (
  client: Client,
  repository: RepositoryName,
  number: number,
  changes: IssueChanges,
): Promise<Issue> => {
  const { stateReason, assignees, ...rest } = changes
  const update = {
    ...repository,
    ...rest,
    ...(stateReason === undefined ? {} : { state_reason: stateReason }),
    issue_number: number,
  }
  const { data } =
    assignees === undefined
      ? await client.rest.issues.update(update)
      : await withoutUnassignable(client, repository, assignees, (assignable) =>
          client.rest.issues.update({ ...update, assignees: assignable }),
        )
  return toIssue(data)
}
