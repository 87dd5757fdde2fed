import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'
import type { ActionItem, RejectedBlock } from '../../../src/postmortem/types.ts'

const itemsOf = (markdown: string): ActionItem[] => extractPostmortem(markdown).items
const textsOf = (markdown: string): string[] => itemsOf(markdown).map(({ text }) => text)
const below = (markdown: string): string => `# Outage\n\n## Action items\n\n${markdown}`

describe('lists', () => {
  test.each<[string, string, string[]]>([
    ['one item each', '- Drain the queue\n- Rotate the key.', ['Drain the queue', 'Rotate the key.']],
    [
      'sub-items of a task are its details',
      '- Add alerts on lag\n  - over five minutes\n  - by region',
      ['Add alerts on lag'],
    ],
    [
      'a label over tasks is a category',
      '- Monitoring:\n  - Alert on lag\n  - Alert on errors',
      ['Alert on lag', 'Alert on errors'],
    ],
    ['a short noun over tasks is a category', '- Monitoring\n  - Alert on lag', ['Alert on lag']],
    [
      'labels of one list decide together',
      '1. **Alerts:**\n   - Page on lag\n2. **People:**\n   - A rota for nights',
      ['Page on lag', 'A rota for nights'],
    ],
    [
      'a title with a remark stays the task',
      '1. **Scale the workers:**\n   - The old ones are tired.',
      ['Scale the workers'],
    ],
    [
      'fields below make no items',
      '- Drain the queue\n  - Owner: Ada\n  - Due: 2026-05-22',
      ['Drain the queue'],
    ],
    [
      'boxes below a label are the items',
      '- [ ] Backend:\n  - [ ] Drain the queue\n  - [x] Rotate the key',
      ['Drain the queue', 'Rotate the key'],
    ],
    [
      'wrapped lines are one item',
      '- Drain the queue\n  before a deploy',
      ['Drain the queue before a deploy'],
    ],
    [
      'a closing line is no part of the last item',
      '- Drain the queue\nWith these steps we will sleep.',
      ['Drain the queue'],
    ],
    [
      'prefixes and numbers go',
      '- Task 2: Drain the queue\n- TODO: Rotate the key',
      ['Drain the queue', 'Rotate the key'],
    ],
    [
      'a title and its description are one item',
      '* Night lock:\n\n  Refuse opening after ten.',
      ['Night lock: Refuse opening after ten.'],
    ],
  ])('%s', (_, list, expected) => {
    expect(textsOf(below(list))).toEqual(expected)
  })

  test('a sub-list becomes details, fields left out', () => {
    const [item] = itemsOf(
      below('- Drain the queue\n  - Owner: Ada\n  - only at night\n    - after eleven\n'),
    )
    expect(item).toMatchObject({
      owners: ['Ada'],
      details: '- only at night\n  - after eleven',
      line: 5,
      endLine: 8,
    })
  })
})

describe('tables', () => {
  test('each row with an action is an item with the fields of its columns', () => {
    const items = itemsOf(
      below(
        '| # | Action | Owner | Due | Priority | Status |\n|---|---|---|---|---|---|\n' +
          '| 1 | Drain the queue | Ada | 2026-05-22 | P1 | Open |\n| 2 | Rotate the key | | | | Done |\n| 3 | | Bo | | | |\n' +
          "| 4 | Buy a bigger queue | Bo | | | Won't do |\n",
      ),
    )
    expect(items).toMatchObject([
      { text: 'Drain the queue', owners: ['Ada'], due: '2026-05-22', priority: 'P1', done: false, line: 7 },
      { text: 'Rotate the key', owners: [], done: true },
    ])
  })

  test('a table of actions and owners counts wherever it stands, a time table does not', () => {
    const rows = '|---|---|---|\n| Drain the queue | Ada | 2026-05-22 |\n'
    expect(textsOf(`# Outage\n\n## Wrap-up\n\n| Action | Owner | Due |\n${rows}`)).toEqual([
      'Drain the queue',
    ])
    expect(textsOf(`# Outage\n\n## Course\n\n| Action | Who | Time |\n${rows}`)).toEqual([])
  })

  test('so does one of what, who and when, where each row says what to do', () => {
    const table = (task: string): string =>
      `# Outage\n\n## Wrap-up\n\n| What | Who | When |\n|---|---|---|\n| ${task} | Ada | 2026-05-22 |\n`
    expect(textsOf(table('Drain the queue'))).toEqual(['Drain the queue'])
    expect(textsOf(table('The queue was full'))).toEqual([])
  })
})

describe('text without lists', () => {
  test.each<[string, string, string[]]>([
    ['one task per line', 'Drain the queue.\nRotate the key.', ['Drain the queue.', 'Rotate the key.']],
    [
      'one task per line, without full stops',
      'Drain the queue\nRotate the key',
      ['Drain the queue', 'Rotate the key'],
    ],
    [
      'one task per paragraph',
      'Drain the queue.\n\nRotate the key.',
      ['Drain the queue.', 'Rotate the key.'],
    ],
    ['labelled groups of lines', 'Queue:\nDrain it.\nKeys:\nRotate them.', ['Drain it.', 'Rotate them.']],
    [
      'a group named after the team',
      'Network:\nMonitor the pump.\nTeam:\nTrain the crew.',
      ['Monitor the pump.', 'Train the crew.'],
    ],
    [
      'a wish of nobody',
      'The pump was old. It would also be good to replace it.',
      ['It would also be good to replace it.'],
    ],
    [
      'a promise of several things',
      'The pump is weak, and there are several things we intend to change. We will replace it.',
      ['We will replace it.'],
    ],
    [
      'sentences that commit to work',
      'The queue was long and nobody\nsaw it. We will drain it before\na deploy. The key should be rotated.',
      ['We will drain it before a deploy.', 'The key should be rotated.'],
    ],
    [
      'no introduction and no closing words',
      'We will take these steps:\n\nWe will drain the queue.\n\nBy doing this we will sleep.',
      ['We will drain the queue.'],
    ],
    ['hindsight is no plan', 'The queue should have been drained.', []],
    ['a titled paragraph is one item', '**Queue:** Drain it. It is long.', ['Queue: Drain it. It is long.']],
    ['an action with its fields below', '**Action:** Drain the queue\n**Owner:** Ada', ['Drain the queue']],
  ])('%s', (_, text, expected) => {
    expect(textsOf(below(text))).toEqual(expected)
  })

  test('text around a list is no item', () => {
    expect(textsOf(below('We will do this.\n\n- Drain the queue\n\nWe will report back.'))).toEqual([
      'Drain the queue',
    ])
  })

  test('a sentence knows its lines', () => {
    expect(itemsOf(below('It was slow. We will drain\nthe queue. We will rotate\nthe key.'))).toMatchObject([
      { line: 5, endLine: 6 },
      { line: 6, endLine: 7 },
    ])
  })
})

describe('headings', () => {
  test('a heading with fields below is a task', () => {
    const [item] = itemsOf(
      below('### Drain the queue\n\n- **Owner:** Ada\n- **Status:** Done\n- only at night\n'),
    )
    expect(item).toMatchObject({
      text: 'Drain the queue',
      owners: ['Ada'],
      done: true,
      details: '- only at night',
    })
  })

  test('a numbered heading with prose below is a task', () => {
    expect(itemsOf(below('### 1. Key rotation\n\nIt is two years old.'))).toMatchObject([
      { text: 'Key rotation', details: 'It is two years old.', line: 5, endLine: 7 },
    ])
  })

  test('a heading over a list is a category', () => {
    expect(itemsOf(below('### Backend\n\n- Drain the queue'))).toMatchObject([{ section: 'Backend' }])
  })

  test('people and periods as headings give their items an owner or a deadline', () => {
    expect(
      itemsOf(below('### Ada Nkemelu\n\n- Drain the queue\n\n### @bo\n\n- Rotate the key')),
    ).toMatchObject([{ owners: ['Ada Nkemelu'] }, { owners: ['@bo'] }])
    expect(itemsOf(below('### Long term (Q3 2026)\n\n- Drain the queue'))).toMatchObject([
      { dueText: 'Q3 2026' },
    ])
  })

  test('teams as headings own their items', () => {
    const parts = '### Platform team\n\n- Drain it\n\n### SRE\n\n- Rotate the key'
    expect(itemsOf(below(parts)).map(({ owners }) => owners)).toEqual([['Platform team'], ['SRE']])
  })

  test('a heading that says "completed" finishes its items', () => {
    expect(itemsOf(below('### Immediate (completed)\n\n- Drain the queue'))).toMatchObject([{ done: true }])
  })
})

describe('where work counts', () => {
  test.each<[string, string, string[]]>([
    ['not in other sections', '## Timeline\n\n- Drain the queue\n\n## Lessons learned\n\n- Rotate keys', []],
    ['check boxes outside any', '## Wrap-up\n\n- [ ] Drain the queue', ['Drain the queue']],
    ['no answers to a question', '## Was it a drill?\n\n- [ ] Yes\n- [x] No', []],
    ['no boxes of a sign-off', '## Sign-off\n\n- [ ] Head of operations', []],
    [
      'an action named among what went wrong',
      '## What went wrong\n\n- It was slow. **Action:** Drain the queue',
      ['Drain the queue'],
    ],
    ['a labelled action anywhere', '## Notes\n\n**Action item:** Drain the queue', ['Drain the queue']],
    [
      'a section after other sections below it',
      '## Action items\n\n### Timeline\n\n- Noon\n\n### Backend\n\n- Drain it',
      ['Drain it'],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(textsOf(`# Outage\n\n${markdown}`)).toEqual(expected)
  })
})

describe('what is left out says why', () => {
  const reasonFor = (list: string): RejectedBlock['reason'] | undefined =>
    extractPostmortem(below(list)).rejected[0]?.reason

  test.each([
    ['- [Action 1]', 'a template placeholder'],
    ['- TBD', 'a template placeholder'],
    ['- No action items.', 'a template placeholder'],
    ['- Call <team name>', 'a template placeholder'],
    ['- {{ summary }}', 'a template placeholder'],
    ['- TODO: describe what to do', 'a template placeholder'],
    ['- e.g. drain the queue before a deploy', 'a template placeholder'],
    ['- z. B. Warteschlange leeren', 'a template placeholder'],
    ['- 10:12 Queue drained', 'an entry of a timeline'],
    ['- None — the vendor has mended it', 'a template placeholder'],
    ['- Improve X', 'a template placeholder'],
    ['We agreed on this.\n\n- Drain it', 'text around a list'],
    ['- These measures will help.', 'a closing remark'],
  ])('%s', (list, reason) => {
    expect(reasonFor(list)).toBe(reason)
  })

  test('a task at some time of the day is one all the same', () => {
    expect(textsOf(below('- 05:00 Restore the backup'))).toEqual(['05:00 Restore the backup'])
  })

  test('an example row of a template', () => {
    const table = '| Action | Owner | Due |\n|---|---|---|\n| Drain it | @owner | YYYY-MM-DD |'
    expect(reasonFor(table)).toBe('a template placeholder')
  })

  test('a status that gives the task up', () => {
    const row = (status: string): string => `| Action | Status |\n|---|---|\n| Drain it | ${status} |`
    expect(reasonFor(row('Not doing'))).toBe('the document says it will not be done')
    expect(reasonFor(row('Verworfen'))).toBe('the document says it will not be done')
  })

  test('code is not taken for a slot', () => {
    expect(textsOf(below('- Escape `<name>` on badges'))).toEqual(['Escape <name> on badges'])
  })
})

describe('improvements and tasks', () => {
  const kinds = (markdown: string): string[] => itemsOf(markdown).map(({ kind }) => kind)

  test('broad lists are improvements where specific tasks exist', () => {
    expect(kinds('## Improvements\n\n- Docs\n\n## Tasks\n\n- Drain it')).toEqual(['improvement', 'task'])
    expect(kinds('## Prevention\n\n- Docs\n\n## Action items\n\n- Drain it')).toEqual(['improvement', 'task'])
  })

  test('the only kind of list holds the tasks', () => {
    expect(kinds('## Improvements\n\n- Better docs\n- Drain it')).toEqual(['task', 'task'])
  })

  test('improvements below action items are action items', () => {
    expect(
      kinds('## Action items\n\n### Process improvements\n\n- Docs\n\n### Backend\n\n- Drain it'),
    ).toEqual(['task', 'task'])
  })

  test('improvements beside tasks are improvements, even below action items', () => {
    expect(kinds('## Action items\n\n### Improvements\n\n- Docs\n\n### Tasks\n\n- Drain it')).toEqual([
      'improvement',
      'task',
    ])
  })

  test('what counts wherever it stands is a task beside tasks, and demotes nothing', () => {
    const box = '## Notes\n\n- [ ] Drain it'
    expect(kinds(`${box}\n\n## Action items\n\n- Rotate the key`)).toEqual(['task', 'task'])
    expect(kinds(`${box}\n\n## Prevention\n\n- Rotate the key`)).toEqual(['task', 'task'])
  })

  test('words before the items tell them apart within one list', () => {
    expect(kinds('## Prevention\n\n- Improvement: docs\n- Task: drain it')).toEqual(['improvement', 'task'])
    expect(kinds('## Prevention\n\n- Improvement: docs\n- Improvement: drain it')).toEqual(['task', 'task'])
  })

  test('a table with owners and dates is specific, whatever its section is called', () => {
    const table = '| Action | Owner |\n|---|---|\n| Drain it | Ada |'
    expect(kinds(`## Things to improve\n\n- Docs\n\n## Measures\n\n${table}`)).toEqual([
      'improvement',
      'task',
    ])
  })
})

describe('later remarks', () => {
  const list = '1. Drain the queue\n2. Rotate the key\n3. Buy a bigger queue\n\n## Update\n\n'

  test.each<[string, [string, boolean][]]>([
    [
      '- Actions 1 and 2 are done.',
      [
        ['Drain the queue', true],
        ['Rotate the key', true],
        ['Buy a bigger queue', false],
      ],
    ],
    [
      'Action 3 is cancelled.',
      [
        ['Drain the queue', false],
        ['Rotate the key', false],
      ],
    ],
    [
      'Completed: key rotation, bigger queue',
      [
        ['Drain the queue', false],
        ['Rotate the key', true],
        ['Buy a bigger queue', true],
      ],
    ],
    [
      'All action items are done.',
      [
        ['Drain the queue', true],
        ['Rotate the key', true],
        ['Buy a bigger queue', true],
      ],
    ],
    [
      'Actions 1-2 have been done. Action 3 was dropped.',
      [
        ['Drain the queue', true],
        ['Rotate the key', true],
      ],
    ],
    [
      'Maßnahmen 1 und 3 sind seit Montag erledigt.',
      [
        ['Drain the queue', true],
        ['Rotate the key', false],
        ['Buy a bigger queue', true],
      ],
    ],
    [
      'La acción 1 ya está completada y la acción 2 fue cancelada.',
      [
        ['Drain the queue', true],
        ['Buy a bigger queue', false],
      ],
    ],
    [
      '対策2は完了。対策3は中止。',
      [
        ['Drain the queue', false],
        ['Rotate the key', true],
      ],
    ],
    [
      'Все задачи выполнены.',
      [
        ['Drain the queue', true],
        ['Rotate the key', true],
        ['Buy a bigger queue', true],
      ],
    ],
    [
      'Action 1 is not done. Action 2 will be closed in May.',
      [
        ['Drain the queue', false],
        ['Rotate the key', false],
        ['Buy a bigger queue', false],
      ],
    ],
    [
      'Nothing new.',
      [
        ['Drain the queue', false],
        ['Rotate the key', false],
        ['Buy a bigger queue', false],
      ],
    ],
  ])('%s', (remark, expected) => {
    expect(itemsOf(below(list + remark)).map(({ text, done }) => [text, done])).toEqual(expected)
  })
})

test('a remark below a table finishes the tasks of one priority', () => {
  const table = '| Priority | Action |\n|---|---|\n| P1 | Drain the queue |\n| P2 | Rotate the key |'
  const doneBelow = (remark: string): boolean[] =>
    itemsOf(below(`${table}\n\n## Status\n\n${remark}`)).map(({ done }) => done)
  expect(doneBelow('All P1 actions are merged as of Monday; the others wait.')).toEqual([true, false])
  expect(doneBelow('All P1 actions will be merged on Monday.')).toEqual([false, false])
})

test('a report told twice yields each item once, two reports all of theirs', () => {
  const report = '## Action items\n\n- Drain the queue\n\n'
  expect(textsOf(`# A\n\n${report}# A again\n\n${report}# B\n\n## Action items\n\n- Rotate the key`)).toEqual(
    ['Drain the queue', 'Rotate the key'],
  )
})

describe('fields that stand around an item', () => {
  const fieldsOf = (markdown: string): Partial<ActionItem>[] =>
    itemsOf(below(markdown)).map(({ owners, due, dueText, priority, done }) => ({
      owners,
      due,
      dueText,
      priority,
      done,
    }))
  const plain = { owners: [], due: null, dueText: null, priority: null, done: false }

  test.each<[string, string, Partial<ActionItem>]>([
    [
      'a group named by priority and deadline',
      '**P1 – by 2026-06-30**\n\n- Drain the queue',
      { priority: 'P1', due: '2026-06-30', dueText: '2026-06-30' },
    ],
    ['a priority as code', '- Drain the queue `High`', { priority: 'High' }],
    [
      'brackets for each field',
      '- Drain the queue [Owner: Ada] [Due: 2026-06-30]',
      { owners: ['Ada'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    ['an owner above a list', '**Owner: Ada**\n\n- Drain the queue', { owners: ['Ada'] }],
    [
      'an owner and a deadline as sentences below',
      '- Drain the queue\n  - Responsable: Almacén. Plazo: 2026-06-30',
      { owners: ['Almacén'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'lines below a numbered recommendation',
      'R1. Drain the queue.\nOwner: Ada\nTarget date: 2026-06-30',
      { owners: ['Ada'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'lines below the answer to a finding',
      'The queue was full.\nRecommendation: Drain the queue.\nLead: Ada. Completion: 2026-06-30',
      { owners: ['Ada'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'a mark of finished work where the date would be',
      '| Action | Owner | Due |\n|---|---|---|\n| Drain the queue | Ada | DONE |',
      { owners: ['Ada'], done: true },
    ],
  ])('%s', (_, markdown, fields) => {
    expect(fieldsOf(markdown)).toEqual([{ ...plain, ...fields }])
  })

  test.each([
    ['below a paragraph', '**Action item 1:** Drain the queue\n- Owner: Ada\n- Due: 2026-05-22\n'],
    ['beside it', '- Drain the queue\n- Owner: Ada\n- Due: 2026-05-22\n'],
  ])('as bullets of their own %s', (_, written) => {
    expect(itemsOf(below(`${written}\nAction item 2: Rotate the key\n- Owner: Bo\n`))).toMatchObject([
      { text: 'Drain the queue', owners: ['Ada'], due: '2026-05-22' },
      { text: 'Rotate the key', owners: ['Bo'] },
    ])
  })

  test('a recommendation loses its number', () => {
    expect(textsOf(below('R1. Drain the queue.\nOwner: Ada'))).toEqual(['Drain the queue.'])
  })
})

test('a bold line with a number names a section', () => {
  expect(textsOf('Calm day.\n\n**4. Action plan**\n\n- Drain the queue')).toEqual(['Drain the queue'])
})
