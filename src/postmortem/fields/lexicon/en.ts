import { casual } from 'chrono-node/en'
import { dateReader, namesOfDays } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'
import { notNames } from './en-not-names.ts'

export const english: Lexicon = {
  labels: {
    action: words(`
      action, action item, task, follow up, follow-up, followup, to do, to-do, todo, corrective action,
      preventive action, preventative action, corrective measure, preventive measure, remediation item,
      remediation task, follow-up action, follow up action, remediation action, recommended action`),
    description: words('description, detail, task description, action description'),
    owner: words(`
      owner, assignee, assigned, assigned to, responsible, responsible party, responsible person, responsible team, who, team,
      dri, poc, point of contact, action owner, task owner, owner team, owning team, team/owner, owner/team,
      owner team/person, accountable, owned by, directly responsible individual, primary owner, owner name, lead`),
    due: words(`
      due, due date, due by, due on, deadline, eta, target date, by when, when, target, target completion,
      target completion date, target due date, completion date, expected completion, expected date, expected by,
      complete by, date due, etd, estimated completion, estimated date, planned date, planned completion,
      due-date, committed date, commitment date, agreed date, forecast date, promised date, required by, needed by, expected completion date, delivery date, timeframe, time frame`),
    priority: words('priority, prio, current priority, priority level, urgency'),
    status: words('status, state, current status, completion status, action status'),
    ticket: words(`
      ticket, issue, jira, tracking issue, tracking bug, tracking ticket, pr, pull request, related issue,
      github issue, issue link, ticket link, bug id, jira ticket, jira issue, tracker, tracked in, tracked by,
      ticket id, ticket number, jira id, bug, link, reference, ref`),
    kind: words('type, kind, category, action type, type of action, type-action, type action'),
    number: words('id, action id, number'),
    note: words(`
      note, comment, remark, done when, success criteria, acceptance criteria, definition of done, rationale,
      expected outcome, success metric, verification method, how to verify`),
  },
  headers: {
    action: words(`
      what, item, remediation, recommendation, improvement, fix, work item, step, measure, title, mitigation, change,
      proposed action, proposed change, next step, activity, action required, deliverable, initiative`),
    description: words('summary, what to do, scope, how, proposal, work, implementation'),
    owner: words(
      'resp, assigned, assign, responsibility, person, contact, driver, engineer, raci, by whom, name, team responsible, person responsible',
    ),
    due: words('timeline, date, timing, by, horizon, sla, target release, schedule, release'),
    priority: words('pri, importance, severity, moscow, p'),
    status: words('progress, done, completed, complete, closed, completion, finished'),
    ticket: words(`
      tracking, url, issue/pr, pr/issue, pr/commit, story, linear, github, ticket/pr, work item link, gh issue, link to issue, link to ticket`),
    kind: words('area, class, theme, classification'),
    number: words('#, no, no., nr, item #, action #, item no, s.no, sr no, sl no, seq, №, item number'),
    note: words(`
      verification, why, reason, outcome, impact, effort, estimate, source, cost, update, evidence, expected impact,
      benefit, dependency, risk, notes/links, context`),
  },
  done: words(`
    done, complete, completed, closed, fixed, resolved, finished, merged, shipped, deployed, implemented, released,
    landed, delivered, rolled out, yes, y, x, 100%, [x], all done`),
  open: words(`
    not, open, pending, todo, to do, to-do, in progress, in-progress, wip, ongoing, on-going, planned, partially, partly,
    partial, blocked, almost, backlog, scheduled, to be, started, in review, no, n, awaiting, waiting, remaining, proposed,
    incomplete, not started, not done, not yet, needs, deferred, on hold`),
  nobody: words(`
    tbd, tba, tbc, n/a, na, none, nobody, no one, unassigned, unknown, unowned, open, pending, to be decided,
    to be determined, to be assigned, to be confirmed, to be defined, not assigned, not set, unset, not specified, name, your name,
    owner, assignee, person, team, team/person, name/team, team name, owner name, person/team, person or team, team or person,
    no owner, needs owner, owner needed, volunteer needed, date, due date, deadline, target date, yyyy-mm-dd, yyyy/mm/dd, dd/mm/yyyy,
    mm/dd/yyyy, yyyy-mm, todo, to do, nil, null, priority, no date, no due date, blank, ?`),
  priorities: words(`
    highest, high, medium, moderate, low, lowest, critical, urgent, normal, major, minor, blocker, trivial, med,
    very high, very low, top`),
  foremost: words('top priority, highest priority, utmost priority, number one priority'),
  pressing: {
    verbs: words('is, are, became, has become, have become, is now'),
    words: words('urgent, critical'),
  },
  and: words('and, plus'),
  team: words('team, squad, group, guild, crew, department, dept, division, tribe, engineers, eng'),
  teamBefore: words('team'),
  departments: words(`
    analytics, backend, billing, communications, compliance, customer success, data, design, engineering, facilities,
    finance, frontend, helpdesk, hr, infrastructure, it, legal, marketing, mobile, network, networking, operations,
    payments, privacy, procurement, product, reliability, sales, security, storage, support`),
  teamNames: words('sre, ops, devops, qa, dba, infra, platform, on-call, oncall'),
  by: words(`
    by, before, until, till, no later than, not later than, due, due by, due on, due date, on or before, eta, deadline, target,
    targeting, targeted for, planned for, scheduled for, expected by, to be completed by, to be done by, complete by, completed by, prior to`),
  endOfDay: words('eod, cob, eob, end of day, close of business'),
  someday: words(`
    next sprint, this sprint, current sprint, next release, next iteration, next milestone, next on-call rotation,
    asap, as soon as possible, immediately, next maintenance window, next planning`),
  notNames,
  within: words(
    'within, within the next, in, in the next, over the next, the next, next, in about, in less than',
  ),
  units: {
    day: words('day, days, d, calendar days'),
    'working day': words('business day, business days, working day, working days, workdays'),
    week: words('week, weeks, wk, wks, w'),
    month: words('month, months, mo'),
    year: words('year, years'),
  },
  quarter: words('quarter'),
  numbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    a: 1,
    an: 1,
  },
  periods: {
    today: words('today, eod, end of day, end of the day, cob, close of business'),
    'this week': words('this week, end of week, end of the week, end of this week, eow, the end of the week'),
    'next week': words('next week, end of next week, the end of next week'),
    'this month': words(
      'this month, end of month, end of the month, end of this month, the end of the month, eom, month end',
    ),
    'next month': words(
      'next month, end of next month, the end of next month, the next month, the coming month',
    ),
    'this quarter': words(
      'this quarter, end of quarter, end of the quarter, end of this quarter, the end of the quarter, eoq, current quarter',
    ),
    'next quarter': words(
      'next quarter, end of next quarter, the next quarter, the end of next quarter, the coming quarter',
    ),
    'this year': words(
      'this year, end of year, end of the year, end of this year, the end of the year, eoy, year end',
    ),
    'next year': words('next year, end of next year, the end of next year'),
  },
  monthParts: {
    early: words('early, early in, beginning of, start of, the beginning of, the start of'),
    mid: words('mid, mid-, middle of, the middle of'),
    end: words('end of, the end of, end, late, late in'),
  },
  incident: {
    start: words(
      `incident date, date of incident, date of the incident, start, start time, start date, incident start, incident start time, started, started at, start of incident, start of impact, outage start, began, date/time, date and time, incident date and time, date of outage, outage date, impact start, date of occurrence, occurred, occurred on, date occurred`,
    ),
    date: words(
      `date, dates, duration, when, window, duration of outage, duration of the outage, outage duration, incident duration, time window, incident window, timeframe, time frame, period, outage window, incident time, time, impact duration, incident, issue summary, day, date(s), duration of incident`,
    ),
    severity: words(
      `severity, sev, severity level, incident severity, level, incident level, severity rating, impact level, impact severity, incident priority, priority level`,
    ),
  },
  dates: dateReader(
    casual,
    namesOfDays(
      'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
      'today tomorrow tonight',
    ),
  ),
}
