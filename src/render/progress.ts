import type { Progress } from '../plan/status.ts'

const barLength = 10

/** A bar of ten block characters: done, won't do, and open. Something done shows at least one block, something open too. */
export function progressBar({ done, wontDo, total }: Progress): string {
  const settled = blocks(done + wontDo, total)
  const finished = done === 0 ? 0 : Math.min(settled, Math.max(1, Math.round((done / total) * barLength)))
  return '█'.repeat(finished) + '▒'.repeat(settled - finished) + '░'.repeat(barLength - settled)
}

function blocks(part: number, total: number): number {
  if (part === 0 || total === 0) return 0
  if (part >= total) return barLength
  return Math.min(barLength - 1, Math.max(1, Math.round((part / total) * barLength)))
}

/** `3 of 5 done` with what else a reader wants to know at once. */
export function progressWords({ done, total, wontDo, overdue }: Progress): string {
  const more = [overdue > 0 ? `${overdue} overdue` : '', wontDo > 0 ? `${wontDo} won’t be done` : '']
  return [`${done} of ${total} done`, ...more.filter((words) => words !== '')].join(' · ')
}
