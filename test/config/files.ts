import { defaultConfig, type Config } from '../../src/config/schema.ts'

/** A configuration file that is fine, and what it changes. */
export interface GoodFile {
  what: string
  text: string
  /** What differs from the default configuration; nothing where left out. */
  changes?: Partial<Config>
}

/** A configuration file with mistakes, and what its author is told, without the file name. */
export interface BadFile {
  what: string
  text: string
  told: string[]
}

const { due, file, issues, labels, rollup } = defaultConfig

export const goodFiles: GoodFile[] = [
  { what: 'an empty file', text: '' },
  { what: 'a file of comments', text: '# later\n\n# more\n' },
  { what: 'an empty mapping', text: '{}\n' },
  {
    what: 'a file that starts with a byte order mark',
    text: '\uFEFFdashboard: false',
    changes: { dashboard: false },
  },
  {
    what: 'Windows line ends',
    text: 'dashboard: false\r\nremoved: close\r\n',
    changes: { dashboard: false, removed: 'close' },
  },
  { what: 'a document start', text: '---\ndashboard: false\n', changes: { dashboard: false } },
  { what: 'keys without values', text: 'postmortems:\nlabels:\ndue:\n  default:\npeople: ~\n' },
  {
    what: 'JSON',
    text: '{"removed": "close", "require": ["vague"]}',
    changes: { removed: 'close', require: ['vague'] },
  },
  {
    what: 'patterns with a negation',
    text: "postmortems:\n  - docs/outages/**\n  - '!**/drafts/**'\n",
    changes: { postmortems: ['docs/outages/**', '!**/drafts/**'] },
  },
  { what: 'no patterns at all', text: 'postmortems: []', changes: { postmortems: [] } },
  {
    what: 'improvements filed too',
    text: 'file:\n  improvements: true',
    changes: { file: { ...file, improvements: true } },
  },
  {
    what: 'one label renamed',
    text: 'labels:\n  overdue: late',
    changes: { labels: { ...labels, overdue: 'late' } },
  },
  {
    what: 'more labels, with spaces around them',
    text: 'labels:\n  extra: [ reliability, " area/ops " ]',
    changes: { labels: { ...labels, extra: ['reliability', 'area/ops'] } },
  },
  {
    what: 'no words before the priority in its label',
    text: "labels: {priorityPrefix: ''}",
    changes: { labels: { ...labels, priorityPrefix: '' } },
  },
  {
    what: 'people with one user name, several, and an @ in quotes',
    text: "people:\n  Ann Lee: ann\n  Ops: [ann, bo-2]\n  Cy: '@cy_corp'\n",
    changes: { people: { 'Ann Lee': ['ann'], Ops: ['ann', 'bo-2'], Cy: ['cy_corp'] } },
  },
  {
    what: 'a person whom nobody stands for',
    text: 'people: {Vendor: []}',
    changes: { people: { Vendor: [] } },
  },
  { what: 'a name that is a number', text: 'people: {007: bond}', changes: { people: { '007': ['bond'] } } },
  {
    what: 'days per priority',
    text: 'due:\n  default: 60\n  priorities: {P1: 14, 1: 7}\n',
    changes: { due: { default: 60, priorities: { P1: 14, '1': 7 } } },
  },
  {
    what: 'only the general days',
    text: 'due: {default: 3650}',
    changes: { due: { ...due, default: 3650 } },
  },
  {
    what: 'required findings',
    text: 'require:\n- no-owner\n- no-due-date\n',
    changes: { require: ['no-owner', 'no-due-date'] },
  },
  {
    what: 'a check on every pull request',
    text: 'check: {everyPullRequest: true}',
    changes: { check: { everyPullRequest: true } },
  },
  { what: 'no rollup', text: 'rollup: {enabled: false}', changes: { rollup: { ...rollup, enabled: false } } },
  {
    what: 'a rollup that mentions nobody',
    text: 'rollup: {mentions: none}',
    changes: { rollup: { ...rollup, mentions: 'none' } },
  },
  { what: 'removed items closed', text: 'removed: close', changes: { removed: 'close' } },
  {
    what: 'issues elsewhere',
    text: 'issues: {repository: board}',
    changes: { issues: { ...issues, repository: 'board' } },
  },
  {
    what: 'issues in a public repository, allowed explicitly',
    text: 'issues:\n  repository: acme/board.public\n  allowPublic: true\n',
    changes: { issues: { repository: 'acme/board.public', allowPublic: true } },
  },
  { what: 'a tracking issue', text: 'tracking: issue', changes: { tracking: 'issue' } },
  { what: 'an anchor that nothing refers to', text: 'removed: &policy close', changes: { removed: 'close' } },
]

const sections =
  'postmortems, file, labels, people, due, require, check, rollup, dashboard, removed, issues, tracking'
const days = 'Expected a whole number of days from 1 to 3650.'
const oneHandle =
  'Expected a GitHub user name such as alice (a GitHub team cannot be assigned: list its people).'
const handles = 'Expected a GitHub user name such as alice, or a list of them.'
const aPattern = 'Expected a pattern such as "docs/postmortems/**": at most 200 characters, no parentheses.'

export const badFiles: BadFile[] = [
  {
    what: 'a check that is required as the findings are',
    text: 'check: [no-owner]\n',
    told: ['1:8: check is a list. Expected a mapping with the keys everyPullRequest.'],
  },
  {
    what: 'a misspelt key',
    text: 'lables:\n  overdue: late\n',
    told: [`1:1: lables is not a known key (did you mean labels?). Expected one of ${sections}.`],
  },
  {
    what: 'a key that is like no other',
    text: 'dashboard: true\nslack_channel: x\n',
    told: [`2:1: slack_channel is not a known key. Expected one of ${sections}.`],
  },
  {
    what: 'a misspelt key inside a section',
    text: 'labels:\n  # comment\n  actionitem: todo\n',
    told: [
      '3:3: labels.actionitem is not a known key (did you mean actionItem?). Expected one of postmortem, actionItem, improvement, overdue, priorityPrefix, extra.',
    ],
  },
  {
    what: 'unknown keys without values',
    text: 'rolup:\ntrackin:\n',
    told: [
      `1:1: rolup is not a known key (did you mean rollup?). Expected one of ${sections}.`,
      `2:1: trackin is not a known key (did you mean tracking?). Expected one of ${sections}.`,
    ],
  },
  {
    what: 'keys that every JavaScript object has',
    text: '__proto__: {dashboard: false}\nconstructor: 1\n',
    told: [
      `1:1: __proto__ is not a known key. Expected one of ${sections}.`,
      `2:1: constructor is not a known key. Expected one of ${sections}.`,
    ],
  },
  {
    what: 'off for false',
    text: 'dashboard: off',
    told: ['1:12: dashboard is "off". Expected true or false.'],
  },
  {
    what: 'a switch where a section belongs',
    text: 'rollup: false',
    told: ['1:9: rollup is false. Expected a mapping with the keys enabled, mentions.'],
  },
  {
    what: 'a list where a section belongs',
    text: 'file: [tasks]',
    told: ['1:7: file is a list. Expected a mapping with the keys tasks, improvements.'],
  },
  {
    what: 'a list as the whole file',
    text: '- postmortems\n',
    told: [`1:1: the file is a list. Expected a mapping with the keys ${sections}.`],
  },
  {
    what: 'text as the whole file',
    text: '\nTODO',
    told: [`2:1: the file is "TODO". Expected a mapping with the keys ${sections}.`],
  },
  {
    what: 'one pattern without list',
    text: 'postmortems: docs/**',
    told: ['1:14: postmortems is "docs/**". Expected a list.'],
  },
  {
    what: 'an empty list item',
    text: 'postmortems:\n  - docs/**\n  -\n',
    told: ['3:4: postmortems[1] is empty. Expected a text.'],
  },
  {
    what: 'a pattern with groups',
    text: 'postmortems: ["+(a|b)+(a|b)"]',
    told: [`1:15: postmortems[0] is "+(a|b)+(a|b)". ${aPattern}`],
  },
  {
    what: 'a pattern with a range in braces',
    text: 'postmortems: ["{1..9}/*"]',
    told: [`1:15: postmortems[0] is "{1..9}/*". ${aPattern}`],
  },
  {
    what: 'a pattern with letters in the wrong order',
    text: 'postmortems: ["[z-a]/*"]',
    told: [`1:15: postmortems[0] is "[z-a]/*". ${aPattern}`],
  },
  {
    what: 'too many patterns',
    text: `postmortems: [${'a,'.repeat(101)}]`,
    told: ['1:14: postmortems is a list. Expected at most 100 patterns.'],
  },
  {
    what: 'an unquoted pattern that starts with asterisks',
    text: 'postmortems:\n  - **/outages/*.md\n',
    told: [
      '2:5: **/outages/*.md without quotes is a YAML alias. Expected the value itself, in quotes where it starts with *: "**/outages/*.md".',
    ],
  },
  {
    what: 'an unquoted negation',
    text: 'postmortems:\n  - docs/**\n  - !docs/drafts/**\n',
    told: [
      '3:20: !docs/drafts/** without quotes is a YAML tag. Expected a value without tag, in quotes where it starts with !.',
    ],
  },
  {
    what: 'unquoted handles',
    text: 'people:\n  Ann: @ann\n  Bo: @bo\n',
    told: [
      '2:8: not valid YAML: Plain value cannot start with reserved character @. Expected the value in quotes.',
      '3:7: not valid YAML: Plain value cannot start with reserved character @. Expected the value in quotes.',
    ],
  },
  {
    what: 'a full name as user name',
    text: 'people: {Ann: Ann Lee}',
    told: [`1:15: people.Ann is "Ann Lee". ${handles}`],
  },
  {
    what: 'one bad user name among good ones',
    text: 'people:\n  Ops:\n    - ann\n    - bo lee\n',
    told: [`4:7: people.Ops[1] is "bo lee". ${oneHandle}`],
  },
  {
    what: 'a GitHub team',
    text: 'people: {Ops: acme/ops}',
    told: [`1:15: people.Ops is "acme/ops". ${handles}`],
  },
  {
    what: 'people as a list',
    text: 'people: [ann]',
    told: ['1:9: people is a list. Expected a mapping of names to values.'],
  },
  {
    what: 'days that are no days',
    text: 'due:\n  default: soon\n  priorities:\n    P1: 0\n    P2: 1.5\n    P3: 2 weeks\n',
    told: [
      `2:12: due.default is "soon". ${days}`,
      `4:9: due.priorities.P1 is 0. ${days}`,
      `5:9: due.priorities.P2 is 1.5. ${days}`,
      `6:9: due.priorities.P3 is "2 weeks". ${days}`,
    ],
  },
  {
    what: 'days without section',
    text: 'due: 30',
    told: ['1:6: due is 30. Expected a mapping with the keys default, priorities.'],
  },
  {
    what: 'a finding that does not exist',
    text: 'require: [no-owner, no-ownr]',
    told: [
      '1:21: require[1] is "no-ownr". Expected one of no-owner, no-due-date, vague, relies-on-people, several-tasks, no-prevention, no-high-priority, recurrence, no-action-items.',
    ],
  },
  {
    what: 'a label longer than GitHub allows',
    text: `labels: {overdue: ${'x'.repeat(51)}}`,
    told: [`1:19: labels.overdue is "${'x'.repeat(51)}". Expected a label name of at most 50 characters.`],
  },
  {
    what: 'an empty label',
    text: 'labels: {overdue: " "}',
    told: ['1:19: labels.overdue is " ". Expected a label name.'],
  },
  {
    what: 'a label that is a number',
    text: 'labels: {extra: [2026]}',
    told: ['1:18: labels.extra[0] is 2026. Expected a text.'],
  },
  {
    what: 'mentions for everyone',
    text: 'rollup: {mentions: all}',
    told: ['1:20: rollup.mentions is "all". Expected one of overdue-owners, none.'],
  },
  {
    what: 'a policy that does not exist',
    text: 'removed: delete',
    told: ['1:10: removed is "delete". Expected one of keep, close.'],
  },
  {
    what: 'pull-request with a hyphen',
    text: 'tracking: pull-request',
    told: ['1:11: tracking is "pull-request". Expected one of pull_request, issue.'],
  },
  {
    what: 'the address of a repository',
    text: 'issues: {repository: "https://example.com/acme/board"}',
    told: [
      '1:22: issues.repository is "https://example.com/acme/board". Expected the name of a repository of the same owner, as name or owner/name.',
    ],
  },
  {
    what: 'a repository that leads elsewhere',
    text: 'issues: {repository: acme/..}',
    told: [
      '1:22: issues.repository is "acme/..". Expected the name of a repository of the same owner, as name or owner/name.',
    ],
  },
  {
    what: 'mistakes in several sections, in the order of the file',
    text: 'tracking: mail\ndue: {default: -1}\nfoo: 1\ndashboard: 1\n',
    told: [
      '1:11: tracking is "mail". Expected one of pull_request, issue.',
      `2:16: due.default is -1. ${days}`,
      `3:1: foo is not a known key. Expected one of ${sections}.`,
      '4:12: dashboard is 1. Expected true or false.',
    ],
  },
  {
    what: 'a very long value',
    text: `removed: ${'keep'.repeat(50)}`,
    told: [`1:10: removed is "${'keep'.repeat(15).slice(0, 59)}…. Expected one of keep, close.`],
  },
  {
    what: 'a repeated key',
    text: 'dashboard: true\ndashboard: false\n',
    told: ['2:1: dashboard stands here twice. Expected each key once.'],
  },
  {
    what: 'keys repeated inside sections',
    text: 'people:\n  Ann: a\n  Ann: b\nlabels: {overdue: x, overdue: x}\n',
    told: [
      '3:3: Ann stands here twice. Expected each key once.',
      '4:22: overdue stands here twice. Expected each key once.',
    ],
  },
  {
    what: 'a tab as indentation',
    text: 'labels:\n\toverdue: late\n',
    told: ['2:1: not valid YAML: Tabs are not allowed as indentation. Expected spaces instead of tabs.'],
  },
  {
    what: 'a list that is not closed',
    text: 'require: [vague\n',
    told: [
      '2:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Expected valid YAML.',
    ],
  },
  {
    what: 'two documents',
    text: 'dashboard: true\n---\ndashboard: false\n',
    told: [
      '2:1: not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments(). Expected a single document.',
    ],
  },
  {
    what: 'a list as key',
    text: '? [a]\n: b\n',
    told: ['1:3: not valid YAML: With stringKeys, all keys must be strings. Expected a plain text as key.'],
  },
  {
    what: 'a merge key',
    text: '<<: {dashboard: false}',
    told: [`1:1: << is not a known key. Expected one of ${sections}.`],
  },
  {
    what: 'aliases that multiply',
    text: 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
    told: [
      '2:8: *a without quotes is a YAML alias. Expected the value itself, in quotes where it starts with *: "*a".',
      '2:12: *a without quotes is a YAML alias. Expected the value itself, in quotes where it starts with *: "*a".',
      '3:5: *b without quotes is a YAML alias. Expected the value itself, in quotes where it starts with *: "*b".',
      '3:9: *b without quotes is a YAML alias. Expected the value itself, in quotes where it starts with *: "*b".',
    ],
  },
  {
    what: 'lists in lists in lists',
    text: `require: ${'['.repeat(50_000)}`,
    told: ['1:26: this is nested too deeply. Expected at most three levels.'],
  },
  {
    what: 'marks in marks in marks',
    text: `require:\n${'? '.repeat(40_000)}`,
    told: ['2:33: this is nested too deeply. Expected at most three levels.'],
  },
  {
    what: 'a file of one megabyte',
    text: '# padding\n'.repeat(100_000),
    told: ['1:1: the file is 1000000 characters long. Expected at most 100000.'],
  },
  {
    what: 'a thousand unknown keys, of which a hundred are named',
    text: Array.from({ length: 1000 }, (_, index) => `key${index}:\n`).join(''),
    told: Array.from(
      { length: 100 },
      (_, index) => `${index + 1}:1: key${index} is not a known key. Expected one of ${sections}.`,
    ),
  },
]
