import { describe, expect, test } from '@jest/globals'
import { isDoneStatus } from '../../../src/postmortem/fields/index.ts'

describe('isDoneStatus', () => {
  test.each([
    'Done',
    'DONE (#12)',
    '✅',
    '✅ Complete',
    '🟢 Done',
    '✔️',
    'Completed 2026-05-01',
    'Closed',
    'Merged in #12',
    '100%',
    '100 %',
    '(/)',
    ':white_check_mark:',
    'x',
    'Yes',
    'Erledigt',
    'Terminé',
    'Hecho',
    'Concluído',
    'Utført',
    'Выполнено',
    '已完成',
    '完了（#12）',
    '완료',
  ])('takes %p for finished', (status) => {
    expect(isDoneStatus(status)).toBe(true)
  })

  test.each([
    ':x:',
    ':hourglass:',
    '',
    '-',
    'Open',
    'In progress',
    'Not done',
    'Almost done',
    'Partially complete',
    'Done, pending deploy',
    'To be done',
    'Unresolved',
    '0%',
    '80%',
    'Done 50%',
    '❌',
    '🚧 WIP',
    'No',
    'nicht erledigt',
    'À faire',
    'En curso',
    'Ikke utført',
    'не выполнено',
    '未完成',
    '完了予定',
    '진행 중',
    '미완료',
  ])('takes %p for unfinished', (status) => {
    expect(isDoneStatus(status)).toBe(false)
  })
})
