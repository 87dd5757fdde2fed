import fc, { type AsyncCommand } from 'fast-check'
import { documentOf, PATHS, TASKS, type Line } from './documents.ts'
import { close, listed, reopen, type Model, type ModelIssue, type ModelPostmortem } from './model.ts'
import { OTHER_REPOSITORY, type Real } from './stage.ts'
import { mergeFiles } from '../stage.ts'

export type Command = AsyncCommand<Model, Real>

/** What people do to a file: the change of the model, and how it reaches the default branch. */
interface Edit {
  name: string
  postmortem: number
  /** Whether there is anything to do. */
  applies: (postmortem: ModelPostmortem) => boolean
  change: (postmortem: ModelPostmortem) => void
  /** Without a pull request. */
  isPushed: boolean
}

const edit = ({ name, postmortem: index, applies, change, isPushed }: Edit): Command => ({
  check: ({ postmortems }) => {
    const postmortem = at(postmortems, index)
    return !postmortem.isRenamed && applies(postmortem)
  },
  run: async ({ postmortems }, { stage: { story }, pass }) => {
    const postmortem = at(postmortems, index)
    const before = postmortem.path
    change(postmortem)
    const files = {
      ...(before === null ? {} : { [before]: null }),
      ...(postmortem.path === null ? {} : { [postmortem.path]: documentOf(index, postmortem.lines) }),
    }
    pass(2)
    const pullRequest = isPushed ? null : await mergeFiles(story, files)
    if (isPushed) await story.push(files, name)
    postmortem.place ??= pullRequest ?? 'issue'
  },
  toString: () => `${isPushed ? 'push' : 'merge'} ${name} in postmortem ${index}`,
})

const at = (postmortems: ModelPostmortem[], index: number): ModelPostmortem => {
  const postmortem = postmortems[index]
  if (postmortem === undefined) throw new RangeError(`No postmortem ${index}`)
  return postmortem
}

/** What people do to the issue of an item. */
interface Act {
  name: string
  postmortem: number
  task: number
  applies?: (issue: ModelIssue, postmortem: ModelPostmortem) => boolean
  act: (issue: ModelIssue, real: Real) => Promise<unknown>
}

const act = ({ name, postmortem, task, applies = () => true, act }: Act): Command => ({
  check: ({ postmortems }) => {
    const issue = at(postmortems, postmortem).issues.get(task)
    return issue?.place === 'here' && applies(issue, at(postmortems, postmortem))
  },
  run: async ({ postmortems }, real) => {
    const issue = postmortems[postmortem]?.issues.get(task)
    if (issue !== undefined) await act(issue, real)
  },
  toString: () => `${name} the issue of task ${task} of postmortem ${postmortem}`,
})

const postmortem = fc.integer({ min: 0, max: TASKS.length - 1 })
const task = postmortem.chain((index) =>
  fc.record({
    postmortem: fc.constant(index),
    task: fc.integer({ min: 0, max: (TASKS[index]?.length ?? 1) - 1 }),
  }),
)
const isPushed = fc.integer({ min: 0, max: 4 }).map((one) => one === 0)
const isThere = ({ path }: ModelPostmortem): boolean => path !== null

/** Somebody writes the postmortem, where it is not there. */
export const writing = (postmortem: number): fc.Arbitrary<Command> =>
  fc
    .record({ order: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), isPushed })
    .map(({ order, isPushed }) =>
      edit({
        name: 'a first version',
        postmortem,
        isPushed,
        applies: (model) => !isThere(model),
        change: (model) => {
          const count = TASKS[postmortem]?.length ?? 1
          const tasks = [...new Set(order.map((one) => one % count))]
          model.path = model.home
          model.lines = tasks.map((task): Line => ({ task, wording: 0, isDone: false }))
        },
      }),
    )

const insert = fc
  .record({ task, place: fc.integer({ min: 0, max: 3 }), wording: fc.constantFrom<0 | 1>(0, 1), isPushed })
  .map(({ task: { postmortem, task }, place, wording, isPushed }) =>
    edit({
      name: `task ${task}`,
      postmortem,
      isPushed,
      applies: (model) => isThere(model) && listed(model, task) === undefined,
      change: ({ lines }) => {
        lines.splice(place, 0, { task, wording, isDone: false })
      },
    }),
  )

const changeLine = (name: string, change: (line: Line, model: ModelPostmortem) => void) =>
  fc.record({ task, isPushed }).map(({ task: { postmortem, task }, isPushed }) =>
    edit({
      name: `${name} task ${task}`,
      postmortem,
      isPushed,
      applies: (model) => isThere(model) && listed(model, task) !== undefined,
      change: (model) => {
        const line = listed(model, task)
        if (line !== undefined) change(line, model)
      },
    }),
  )

const edits = [
  ...TASKS.map((_, postmortem) => writing(postmortem)),
  insert,
  changeLine('without', (line, model) => {
    model.lines = model.lines.filter((other) => other !== line)
  }),
  changeLine('another wording of', (line) => {
    line.wording = line.wording === 0 ? 1 : 0
  }),
  changeLine('a tick at', (line) => {
    line.isDone = !line.isDone
  }),
  changeLine('as first', (line, model) => {
    model.lines = [line, ...model.lines.filter((other) => other !== line)]
  }),
  fc.record({ postmortem, isPushed }).map(({ postmortem, isPushed }) =>
    edit({
      name: 'another file name',
      postmortem,
      isPushed,
      applies: isThere,
      change: (model) => {
        model.home = PATHS[postmortem]?.find((path) => path !== model.path) ?? model.home
        model.path = model.home
        model.isRenamed = true
      },
    }),
  ),
  fc.record({ postmortem, isPushed }).map(({ postmortem, isPushed }) =>
    edit({
      name: 'a deletion',
      postmortem,
      isPushed,
      // Of a file that came, went and came again before the app looked, either coming may have brought it.
      applies: (model) => isThere(model) && model.isKnown,
      change: (model) => {
        model.path = null
        model.lines = []
      },
    }),
  ),
]

const acts = [
  fc
    .record({ task, reason: fc.constantFrom<'completed' | 'not_planned'>('completed', 'not_planned') })
    .map(({ task, reason }) =>
      act({
        name: `close as ${reason}`,
        ...task,
        applies: ({ state }) => state === 'open',
        act: (issue, { stage }) => {
          close(issue, reason)
          return stage.story.closeIssue(issue.number, reason)
        },
      }),
    ),
  task.map((task) =>
    act({
      name: 'reopen',
      ...task,
      applies: ({ state }) => state === 'closed',
      act: (issue, { stage }) => {
        reopen(issue)
        return stage.story.reopen(issue.number)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'retitle',
      ...task,
      act: (issue, { stage }) => {
        issue.title = `People call it number ${issue.number}`
        issue.isRetitled = true
        return stage.story.retitle(issue.number, issue.title)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'label',
      ...task,
      act: (issue, { stage }) => {
        issue.labels.add('needs-design')
        return stage.story.label(issue.number, 'needs-design')
      },
    }),
  ),
  fc.record({ task, label: fc.constantFrom('postmortem', 'action-item') }).map(({ task, label }) =>
    act({
      name: `take ${label} off`,
      ...task,
      applies: ({ labels }) => labels.has(label),
      act: (issue, { stage }) => {
        issue.labels.delete(label)
        return stage.story.unlabel(issue.number, label)
      },
    }),
  ),
  fc.record({ task, login: fc.constantFrom('maya', 'jonas') }).map(({ task, login }) =>
    act({
      name: `assign ${login} to, or take off,`,
      ...task,
      act: (issue, { stage }) => {
        if (issue.assignees.delete(login)) return stage.story.unassign(issue.number, login)
        issue.assignees.add(login)
        return stage.story.assign(issue.number, login)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'comment on',
      ...task,
      act: (issue, { stage }) => {
        issue.comments.people++
        return stage.story.comment(issue.number, 'How far is this?')
      },
    }),
  ),
  fc.record({ task, due: fc.constantFrom('2026-03-10', '2026-04-30', null) }).map(({ task, due }) =>
    act({
      name: `ask for the due date ${due ?? 'none'} of`,
      ...task,
      applies: ({ isDueAsked }) => !isDueAsked,
      act: (issue, { stage }) => {
        issue.due = due
        issue.isDueAsked = true
        issue.comments.people++
        return stage.story.comment(issue.number, `/due ${due ?? 'none'}`)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'write below the text of',
      ...task,
      act: async (issue, { stage }) => {
        const note = `Note ${issue.notes.length + 1} of a person.`
        issue.notes.push(note)
        const { body } = await stage.story.readIssue(issue.number)
        return stage.story.rewrite(issue.number, `${body ?? ''}\n\n${note}`)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'delete',
      ...task,
      act: (issue, { stage }) => {
        issue.place = 'deleted'
        return stage.story.deleteIssue(issue.number)
      },
    }),
  ),
  task.map((task) =>
    act({
      name: 'transfer',
      ...task,
      act: (issue, { stage }) => {
        issue.place = 'moved'
        return stage.story.transferIssue(issue.number, OTHER_REPOSITORY)
      },
    }),
  ),
]

/** Everything that people do. */
export const people: fc.Arbitrary<Command>[] = [...edits, ...acts]
