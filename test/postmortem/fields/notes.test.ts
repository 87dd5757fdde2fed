import { describe, expect, test } from '@jest/globals'
import { takeFieldNotes, type FieldNotes } from '../../../src/postmortem/fields/index.ts'

const nothing: FieldNotes = { text: '', owners: [], due: null, dueText: null, priority: null, done: false }
const read = (text: string): FieldNotes => takeFieldNotes(text, '2026-05-06')

describe('notes that stand apart become fields and leave the text', () => {
  const text = 'Alert on a full disk'
  test.each<[string, Partial<FieldNotes>]>([
    ['Alert on a full disk (owner: Mira Olsen)', { owners: ['Mira Olsen'] }],
    ['Alert on a full disk (@mira, @tom)', { owners: ['@mira', '@tom'] }],
    ['Alert on a full disk (Mira)', { owners: ['Mira'] }],
    ['Alert on a full disk [storage team]', { owners: ['storage team'] }],
    ['Alert on a full disk (assigned to Mira Olsen and Tom Berg)', { owners: ['Mira Olsen', 'Tom Berg'] }],
    ['Alert on a full disk — Owner: Mira', { owners: ['Mira'] }],
    ['Alert on a full disk @mira', { owners: ['@mira'] }],
    ['@mira: Alert on a full disk', { owners: ['@mira'] }],
    ['Storage team: Alert on a full disk', { owners: ['Storage team'] }],
    ['Helena: Alert on a full disk', { owners: ['Helena'] }],
    ['Helena Prado and Igor: Alert on a full disk', { owners: ['Helena Prado', 'Igor'] }],
    ['Ольга: Alert on a full disk', { owners: ['Ольга'] }],
    ['(/) Alert on a full disk', { done: true }],
    ['【已完成】Alert on a full disk', { done: true }],
    ['Alert on a full disk ← done', { done: true }],
    ['Alert on a full disk，负责人李四', { owners: ['李四'] }],
    ['Alert on a full disk @mira by Friday', { owners: ['@mira'], due: '2026-05-08', dueText: 'Friday' }],
    [
      'Alert on a full disk (bis 15.06., Team Speicher)',
      { owners: ['Team Speicher'], due: '2026-06-15', dueText: '15.06.' },
    ],
    ['(x) Alert on a full disk', {}],
    ['Owner: @mira. Alert on a full disk', { owners: ['@mira'] }],
    ['Alert on a full disk — Mira', { owners: ['Mira'] }],
    ['Alert on a full disk - in progress', {}],
    ['Alert on a full disk → Mira Olsen', { owners: ['Mira Olsen'] }],
    ['Alert on a full disk - Mira', { owners: ['Mira'] }],
    ['Alert on a full disk — lab ops', { owners: ['lab ops'] }],
    ['Alert on a full disk (equipo Almacén)', { owners: ['equipo Almacén'] }],
    ['Alert on a full disk — @mira — OPS-12', { owners: ['@mira'] }],
    [
      'Alert on a full disk — Mira, by 2026-06-30',
      { owners: ['Mira'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'Alert on a full disk - Storage team - June 30, 2026',
      { owners: ['Storage team'], due: '2026-06-30', dueText: 'June 30, 2026' },
    ],
    [
      'Alert on a full disk (due: in two weeks, P1)',
      { due: '2026-05-20', dueText: 'in two weeks', priority: 'P1' },
    ],
    ['Alert on a full disk — Owner: Mira — Status: done', { owners: ['Mira'], done: true }],
    ['Alert on a full disk (Legal, Q3)', { owners: ['Legal'], due: '2026-09-30', dueText: 'Q3' }],
    ['Alert on a full disk (sre, OPS-12)', { owners: ['sre'] }],
    [
      'Alert on a full disk (owner: Mira, before the next audit)',
      { owners: ['Mira'], due: null, dueText: 'the next audit' },
    ],
    ['Alert on a full disk (SRE)', { owners: ['SRE'] }],
    ['Alert on a full disk (@mira) #12', { owners: ['@mira'] }],
    ['https://github.com/acme/api/issues/7 - Alert on a full disk', {}],
    ['@mira + @tom: Alert on a full disk', { owners: ['@mira', '@tom'] }],
    [
      'Alert on a full disk — storage, by 2026-06-30',
      { owners: ['storage'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'Alert on a full disk — responsable: Lucía, fecha: 2026-06-30',
      { owners: ['Lucía'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'Alert on a full disk（担当：高橋、期限：6/30）',
      { owners: ['高橋'], due: '2026-06-30', dueText: '6/30' },
    ],
    ['Alert on a full disk（担当：高橋、期限：7/8）', { owners: ['高橋'], due: null, dueText: '7/8' }],
    ['Alert on a full disk (Mira & Tom)', { owners: ['Mira', 'Tom'] }],
    ['Alert on a full disk (Mira, Storage)', { owners: ['Mira', 'Storage'] }],
    ['Alert on a full disk (Mira, 6/30)', { owners: ['Mira'], due: '2026-06-30', dueText: '6/30' }],
    ['Alert on a full disk // Mira', { owners: ['Mira'] }],
    ['Alert on a full disk (assigned: Mira)', { owners: ['Mira'] }],
    ['@mira Alert on a full disk', { owners: ['@mira'] }],
    ['Alert on a full disk [@mira] [P1] [OPS-12]', { owners: ['@mira'], priority: 'P1' }],
    ['Alert on a full disk [not started]', {}],
    [
      'Alert on a full disk (ETA 2026-06-30, owner Mira)',
      { owners: ['Mira'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    [
      'Alert on a full disk (Owner = Mira, Due = 2026-06-30)',
      { owners: ['Mira'], due: '2026-06-30', dueText: '2026-06-30' },
    ],
    ['Alert on a full disk (owner: TBD)', {}],
    ['Alert on a full disk (due 2026-06-30)', { due: '2026-06-30', dueText: '2026-06-30' }],
    ['Alert on a full disk (by June 30)', { due: '2026-06-30', dueText: 'June 30' }],
    ['Alert on a full disk [Q3]', { due: '2026-09-30', dueText: 'Q3' }],
    ['Alert on a full disk (Friday)', { due: '2026-05-08', dueText: 'Friday' }],
    ['Alert on a full disk (next sprint)', { due: null, dueText: 'next sprint' }],
    ['Alert on a full disk, due Friday', { due: '2026-05-08', dueText: 'Friday' }],
    ['Alert on a full disk (ETA: TBD)', {}],
    ['P1: Alert on a full disk', { priority: 'P1' }],
    ['[High] Alert on a full disk', { priority: 'High' }],
    ['HIGH Alert on a full disk', { priority: 'HIGH' }],
    ['Alert on a full disk (high priority)', { priority: 'high' }],
    ['✅ Alert on a full disk', { done: true }],
    ['DONE: Alert on a full disk', { done: true }],
    ['✅ COMPLETED (PR #12): Alert on a full disk', { done: true }],
    ['Alert on a full disk (done in #12)', { done: true }],
    ['Alert on a full disk — done', { done: true }],
    ['Alert on a full disk; Completed as of 2026-05-04', { done: true }],
    ['Alert on a full disk [x]', { done: true }],
    ['TODO: Alert on a full disk', {}],
    ['OPS-12: Alert on a full disk', {}],
    ['Alert on a full disk [PR]', {}],
    ['Alert on a full disk https://example.com/acme/api/issues/7', {}],
    [
      'Alert on a full disk (Owner: Mira Olsen, Due: May 30, Priority: High)',
      { owners: ['Mira Olsen'], due: '2026-05-30', dueText: 'May 30', priority: 'High' },
    ],
    [
      'Alert on a full disk – @mira – 2026-06-30 – P0',
      { owners: ['@mira'], due: '2026-06-30', dueText: '2026-06-30', priority: 'P0' },
    ],
    [
      'Alert on a full disk (responsable: Lucía, antes del 22 de mayo)',
      { owners: ['Lucía'], due: '2026-05-22', dueText: '22 de mayo' },
    ],
    [
      'Alert on a full disk（担当：高橋、期限：6月30日）',
      { owners: ['高橋'], due: '2026-06-30', dueText: '6月30日' },
    ],
  ])('%s', (line, fields) => {
    expect(read(line)).toEqual({ ...nothing, text, ...fields })
  })
})

describe('what is part of the sentence becomes a field and stays in the text', () => {
  test.each<[string, Partial<FieldNotes>]>([
    [
      'Move the backups within the next two weeks.',
      { due: '2026-05-20', dueText: 'within the next two weeks' },
    ],
    ['Move the backups by June 30', { due: '2026-06-30', dueText: 'June 30' }],
    ['Move the backups in Q3', { due: '2026-09-30', dueText: 'Q3' }],
    ['Move the backups next quarter.', { due: '2026-09-30', dueText: 'next quarter' }],
    ['Over the next quarter we will move the backups', { due: '2026-09-30', dueText: 'next quarter' }],
    ['Im nächsten Quartal ziehen die Backups um', { due: '2026-09-30', dueText: 'nächsten Quartal' }],
    ['来週バックアップを移す', { due: '2026-05-15', dueText: '来週' }],
    ['Mover os backups até 05/06', { due: '2026-06-05', dueText: '05/06' }],
    ['Backups bis zum 5.6. umziehen', { due: '2026-06-05', dueText: '5.6.' }],
    ['Move the backups by 6/30', { due: '2026-06-30', dueText: '6/30' }],
    ['As a second step (Q3 2026), move the backups', { due: '2026-09-30', dueText: 'Q3 2026' }],
    ['This month. Move the backups', { due: '2026-05-31', dueText: 'This month' }],
    ['This week: move the backups', { due: '2026-05-08', dueText: 'This week' }],
    ['Backups bis Ende Mai umziehen', { due: '2026-05-31', dueText: 'Ende Mai' }],
    ['在6月30日前迁移备份', { due: '2026-06-30', dueText: '6月30日' }],
    ['The storage team will move the backups.', { owners: ['storage team'] }],
    ['DevOps team will move the backups', { owners: ['DevOps team'] }],
    ['@mira to move the backups', { owners: ['@mira'] }],
    ['@mira moves the backups', { owners: ['@mira'] }],
    ['Helena moves the backups', { owners: ['Helena'] }],
    ['Igor move the backups', { owners: ['Igor'] }],
    ['Move the backups with priority P1', { priority: 'P1' }],
  ])('%s', (line, fields) => {
    expect(read(line)).toEqual({ ...nothing, text: line, ...fields })
  })
})

test('a given name behind a dash owns even a short task', () => {
  expect(read('Add alerts - Helena').owners).toEqual(['Helena'])
  expect(read('Add alerts - Redis').owners).toEqual([])
})

describe('words that only look like notes stay words', () => {
  test.each([
    'Document the call path (telephone, gateway, firewall)',
    'Retry with a delay (exponential backoff)',
    'Draw the panels with code (Grafana)',
    'Cache answers (implemented as middleware)',
    'Install a second probe (not done yet)',
    'Delete rows that are older than a month',
    'Answer within 5 minutes',
    'Rotate the key within 30 days of its creation',
    'Watch the queue over the next month',
    "Next quarter's plan must name the backups",
    'Cut the waiting time by 1/2',
    'Обновить базу до 1.5 или новее',
    'Todo acesso ao banco passa pelo proxy',
    'Todo cambio de esquema lleva una prueba',
    'Search the other workers (one in the importer, fixed in #12)',
    'Estimate the move (2 weeks)',
    'Agree on a format with @mira',
    'Upgrade @acme/cli',
    'Publish the state at https://status.example.com',
    'The whole team will read the runbook',
    'The team will also read the runbook',
    'Rehearse the restore with the vendor (Optional)',
    'Ask who is the owner: nobody knew',
    'Ship version 1.2.10 by default',
    'Explain why it took so long: the done flag was wrong',
    'Set the limit to 80% (currently 60%)',
    'Lock the table (Read/Write)',
    'Lock the table (Commit)',
    'Redis: lock the table',
    'Mark: lock the table',
    'Alerting: lock the table',
    'Rehearse recovery (Backup & Restore)',
    'Rework the login flow — Phase Two',
    'Practise a database failover - Schedule Quarterly Drills',
    'Rework alerting of queues - Add Alerts',
    'Copy the answers to the cache - Redis',
    'Extend the tests of imports (storage)',
    'Retry the import once (staging, OPS-12)',
    '@here mentions page nobody',
  ])('%s', (line) => {
    expect(read(line)).toEqual({ ...nothing, text: line })
  })

  test('a note alone is no task and is left alone', () => {
    expect(read('Owner: Mira').text).toBe('Owner: Mira')
  })
})
