/** English words by which a task can be told that changes what happens next time. A final `*` stands for any ending. */
const preventing = `
  audit* automat* avoid backup* block* canary capacity check checks ci circuit config* deploy* disallow enforc* failover* fix*
  forbid gate gates guard* increas* isolat* limit* lint* migrat* move moving optimi* patch* pin* pipeline* policies policy
  prevent* quota* rate reduc* redundan* refactor* remov* replac* requir* restrict* retries retry review* scal*
  separat* staging switch* test* timeout* upgrad* validat*
`

/** Words of tasks that make the next incident shorter or better understood, and leave it as likely as it was. */
const afterTheFact = `
  alarm* alert* awareness communicat* dashboard dashboards detect* docs document* drills educat* escalat* investigat* log
  logging logs metrics monitor* notif* observability on-call oncall playbook* postmortem* post-mortem* readme retrospective*
  runbook* status-page track* train training trainings understand wiki workshop*
`

const preventingWord = anyOf(preventing)
const afterTheFactWord = anyOf(afterTheFact)

/** Whether an English task only detects, documents or teaches. */
export function leavesTheCause(task: string): boolean {
  return afterTheFactWord.test(task) && !preventingWord.test(task)
}

function anyOf(words: string): RegExp {
  const alternatives = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace('*', '\\w*').replace('-', '[- ]'))
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'i')
}
