/** A task as the documents of the model write it: in some wordings that people take for one, perhaps with an owner. */
export interface Task {
  wordings: [string, string]
  owner?: string
  due?: string
}

/** Tasks of the two postmortems. No two resemble each other. */
export const TASKS: [Task[], Task[]] = [
  [
    {
      wordings: [
        'Alert when payment errors exceed two percent',
        'Page when payment errors exceed two percent',
      ],
      owner: 'jonas',
    },
    {
      wordings: [
        'Write a runbook for switching the gateway over',
        'Write a short runbook for switching the gateway over',
      ],
    },
    {
      wordings: [
        'Raise the connection quota of the search cluster',
        'Raise the connection quota of the small search cluster',
      ],
      due: '2026-03-20',
    },
    {
      wordings: ['Delete the unused basket feature flag', 'Delete the unused old basket feature flag'],
    },
  ],
  [
    {
      wordings: [
        'Back up order archives to a second region',
        'Back up all order archives to a second region',
      ],
    },
    {
      wordings: ['Pin versions of the courier client', 'Pin exact versions of the courier client'],
      owner: 'maya',
    },
    {
      wordings: ['Measure cold start times of checkout', 'Measure all cold start times of checkout'],
    },
  ],
]

/** Where each postmortem can be. */
export const PATHS: [string, string][] = [
  ['postmortems/2026-02-11-payments.md', 'docs/postmortems/payments.md'],
  ['postmortems/2026-02-27-orders.md', 'docs/incidents/orders.md'],
]

/** One line of a document's action items. */
export interface Line {
  /** Index of a task of the postmortem. */
  task: number
  wording: 0 | 1
  isDone: boolean
}

export const taskOf = (postmortem: number, index: number): Task => {
  const task = TASKS[postmortem]?.[index]
  if (task === undefined) throw new RangeError(`Postmortem ${postmortem} has no task ${index}`)
  return task
}

/** The title that an issue of this line gets. */
export const titleOf = (postmortem: number, { task, wording }: Line): string =>
  taskOf(postmortem, task).wordings[wording]

/** The document with these action items. */
export const documentOf = (postmortem: number, lines: Line[]): string => {
  const items = lines.map((line) => {
    const { owner, due } = taskOf(postmortem, line.task)
    const notes = [
      ...(owner === undefined ? [] : [` (@${owner})`]),
      ...(due === undefined ? [] : [` (due ${due})`]),
    ]
    return `- [${line.isDone ? 'x' : ' '}] ${titleOf(postmortem, line)}${notes.join('')}`
  })
  return [`# Outage number ${postmortem + 1}`, '', '## Action items', '', ...items, ''].join('\n')
}
