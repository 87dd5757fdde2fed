import { read, type Core } from '../core.ts'
import type { Comment, Issue, Label, User } from '../views.ts'
import { forbidden } from './errors.ts'
import { findComment, findIssue, findLabel, findRepository } from './nodes.ts'
import type { Reader } from './reader.ts'
import { repositoryNode } from './repository.ts'

interface Input<T> {
  input: T & { clientMutationId?: string | null }
}

/** Copies an issue to another repository, with its author, labels that exist there, comments and state. */
const copyIssue = async (
  { emulator, tokenFor }: Core,
  issue: Issue,
  from: string,
  to: string,
): Promise<Issue> => {
  const root = emulator.rootToken()
  const labels = await read<Label[]>(emulator.send, `GET ${to}/labels?per_page=100`, root)
  const names = issue.labels
    .filter(({ name }) => labels.some((label) => label.name === name))
    .map(({ name }) => name)
  const body = {
    title: issue.title,
    body: issue.body,
    labels: names,
    assignees: issue.assignees.map(({ login }) => login),
  }
  const copy = await read<Issue>(emulator.send, `POST ${to}/issues`, await tokenFor(issue.user.login), body)
  for (const comment of await read<Comment[]>(
    emulator.send,
    `GET ${from}/issues/${issue.number}/comments?per_page=100`,
    root,
  )) {
    const token = await tokenFor(comment.user.login)
    await read(emulator.send, `POST ${to}/issues/${copy.number}/comments`, token, { body: comment.body })
  }
  if (issue.state === 'open') return copy
  const state = { state: 'closed', state_reason: issue.state_reason }
  return read<Issue>(emulator.send, `PATCH ${to}/issues/${copy.number}`, root, state)
}

/**
 * The mutations that the app uses, and those that have no REST counterpart.
 * Deleting and transferring need a person, minimizing needs write access to issues or pull requests, as on GitHub.
 */
export const mutations = (reader: Reader, core: Core, token: string | undefined): Record<string, unknown> => {
  const { world, state, emulator, announce } = core
  const login = core.actorOf(token) ?? 'ghost'
  const { permissions } = world.app
  const person = world.people.find((one) => one.login === login)
  const isMember = person !== undefined && person.permission !== 'none'
  const mayModerate =
    isMember || (person === undefined && [permissions.issues, permissions.pull_requests].includes('write'))

  const sender = (): Promise<User> =>
    read<User>(emulator.send, `GET /users/${encodeURIComponent(login)}`, emulator.rootToken())

  const minimize = async (id: string, classifier: string | null) => {
    if (!mayModerate) throw forbidden()
    const { node } = await findComment(core, reader, id)
    if (classifier === null) state.minimized.delete(node.node_id)
    else state.minimized.set(node.node_id, classifier)
    const isMinimized = classifier !== null
    const minimizedReason = classifier?.toLowerCase().replace('_', '-') ?? null
    return {
      __typename: 'IssueComment',
      id: node.node_id,
      isMinimized,
      minimizedReason,
      viewerCanMinimize: true,
    }
  }

  /** Adds a label to an issue or removes it, by REST and so with its webhooks and permissions. */
  const changeLabels =
    (callFor: (path: string, name: string) => [call: string, body?: object]) =>
    async ({ input }: Input<{ labelableId: string; labelIds: string[] }>) => {
      const { node: issue, path } = await findIssue(core, reader, input.labelableId)
      for (const id of input.labelIds) {
        const { node: label } = await findLabel(core, reader, id)
        const { status } = await reader.send(...callFor(`${path}/issues/${issue.number}/labels`, label.name))
        if (status === 403) throw forbidden()
      }
      return { clientMutationId: input.clientMutationId ?? null }
    }

  return {
    addLabelsToLabelable: changeLabels((path, name) => [`POST ${path}`, { labels: [name] }]),
    removeLabelsFromLabelable: changeLabels((path, name) => [`DELETE ${path}/${encodeURIComponent(name)}`]),
    updateIssueComment: async ({ input }: Input<{ id: string; body: string }>) => {
      const { node, path } = await findComment(core, reader, input.id)
      const { status } = await reader.send(`PATCH ${path}/issues/comments/${node.id}`, { body: input.body })
      if (status === 403) throw forbidden()
      return { clientMutationId: input.clientMutationId ?? null }
    },
    minimizeComment: async ({ input }: Input<{ subjectId: string; classifier: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      minimizedComment: await minimize(input.subjectId, input.classifier),
    }),
    unminimizeComment: async ({ input }: Input<{ subjectId: string }>) => ({
      clientMutationId: input.clientMutationId ?? null,
      unminimizedComment: await minimize(input.subjectId, null),
    }),
    deleteIssue: async ({ input }: Input<{ issueId: string }>) => {
      if (!isMember) throw forbidden()
      const { node: issue, repository, path } = await findIssue(core, reader, input.issueId)
      state.removed.set(`${path}/issues/${issue.number}`, { kind: 'deleted' })
      announce({ event: 'issues', payload: { action: 'deleted', issue }, repository, sender: await sender() })
      return {
        clientMutationId: input.clientMutationId ?? null,
        repository: repositoryNode(reader, repository),
      }
    },
    transferIssue: async ({ input }: Input<{ issueId: string; repositoryId: string }>) => {
      if (!isMember) throw forbidden()
      const { node: issue, repository, path } = await findIssue(core, reader, input.issueId)
      const target = await findRepository(core, reader, input.repositoryId)
      const copy = await copyIssue(core, issue, path, target.path)
      const { number } = copy
      state.removed.set(`${path}/issues/${issue.number}`, {
        kind: 'transferred',
        repositoryId: target.node.id,
        number,
      })
      const by = await sender()
      const left = { new_issue: copy, new_repository: target.node }
      const arrived = { old_issue: issue, old_repository: repository }
      announce({
        event: 'issues',
        payload: { action: 'transferred', changes: left, issue },
        repository,
        sender: by,
      })
      const opened = { action: 'opened', changes: arrived, issue: copy }
      announce({ event: 'issues', payload: opened, repository: target.node, sender: by })
      const node = { __typename: 'Issue', id: copy.node_id, number, url: copy.html_url, title: copy.title }
      return { clientMutationId: input.clientMutationId ?? null, issue: node }
    },
  }
}
