import { describe, expect, test } from '@jest/globals'
import { fieldOfHeader, fieldOfLabel } from '../../../src/postmortem/fields/index.ts'

describe('fieldOfHeader', () => {
  test.each([
    ['Action Item', 'action'],
    ['What', 'action'],
    ['Owner(s)', 'owner'],
    ['Owner / Team', 'owner'],
    ['Task owner', 'owner'],
    ['Assigned To', 'owner'],
    ['DUE DATE', 'due'],
    ['Deadline (UTC)', 'due'],
    ['By when?', 'due'],
    ['Priority (P0-P3)', 'priority'],
    ['Current status', 'status'],
    ['Done?', 'status'],
    ['JIRA Ticket', 'ticket'],
    ['PR / Issue', 'ticket'],
    ['Type', 'kind'],
    ['#', 'number'],
    ['No.', 'number'],
    ['Acceptance criteria', 'note'],
  ])('reads the column %p as %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field)
  })

  test.each([
    ['German', ['Maßnahme', 'Verantwortlich', 'Frist', 'Priorität']],
    ['French', ['Tâche', 'Responsable', 'Échéance', 'Priorité']],
    ['Spanish', ['Acción', 'Responsable', 'Fecha límite', 'Prioridad']],
    ['Portuguese', ['Ação', 'Responsável', 'Prazo', 'Prioridade']],
    ['Norwegian', ['Tiltak', 'Ansvarlig', 'Tidsfrist', 'Prioritet']],
    ['Russian', ['Задача', 'Ответственный', 'Срок', 'Приоритет']],
    ['Chinese', ['改进措施', '负责人', '截止日期', '优先级']],
    ['Japanese', ['アクション', '担当者', '期限', '優先度']],
    ['Korean', ['조치 사항', '담당자', '기한', '우선순위']],
  ])('reads a table in %s', (_, headers) => {
    expect(headers.map(fieldOfHeader)).toEqual(['action', 'owner', 'due', 'priority'])
  })

  test.each(['Event', 'Metric', 'Time', 'Lesson', 'Root cause', ''])('knows no field %p', (header) => {
    expect(fieldOfHeader(header)).toBeNull()
  })
})

describe('fieldOfLabel', () => {
  test.each([
    ['Owner', 'owner'],
    ['**Owner:**', 'owner'],
    ['Due by', 'due'],
    ['担当者', 'owner'],
    ['Échéance ', 'due'],
  ])('reads the label %p as %s', (label, field) => {
    expect(fieldOfLabel(label)).toBe(field)
  })

  test.each(['Fix', 'Date', 'Impact', 'Change', 'Verification', 'Done'])(
    'takes "%s:" for the start of a task, though a column could be called so',
    (label) => {
      expect(fieldOfLabel(label)).toBeNull()
    },
  )
})
