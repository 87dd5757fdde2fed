import type { Comment, Issue } from '../../local-github/views.ts'
import type { Terminal } from '../terminal.ts'

/** Prints the story for a person who reads along. */
export interface Narrator {
  chapter: (title: string) => void
  say: (sentence: string) => void
  issues: (issues: Issue[]) => void
  /** Markdown as GitHub has it, without the app's hidden records. */
  markdown: (text: string) => void
  /** The lines by which two texts differ. */
  difference: (before: string, after: string) => void
}

export const createNarrator = ({ out, style }: Pick<Terminal, 'out' | 'style'>): Narrator => {
  const line = (text = ''): void => {
    out(`${text}\n`)
  }
  return {
    chapter: (title) => {
      line()
      line(style(['bold', 'cyan'], `── ${title} ${'─'.repeat(Math.max(0, 74 - title.length))}`))
    },
    say: (sentence) => {
      line(sentence)
    },
    issues: (issues) => {
      for (const issue of issues) {
        line(`  ${style('bold', `#${issue.number}`)} ${issue.title}`)
        line(style('dim', `     ${factsOf(issue).join(' · ')}`))
      }
    },
    markdown: (text) => {
      for (const each of visible(text).split('\n')) line(`  ${style('dim', '│')} ${each}`)
    },
    difference: (before, after) => {
      const old = visible(before).split('\n')
      const current = visible(after).split('\n')
      for (const each of old) if (!current.includes(each)) line(style('red', `  - ${each}`))
      for (const each of current) if (!old.includes(each)) line(style('green', `  + ${each}`))
    },
  }
}

/** A narrator that keeps silent, for output that programs read. */
export const silentNarrator: Narrator = {
  chapter: () => undefined,
  say: () => undefined,
  issues: () => undefined,
  markdown: () => undefined,
  difference: () => undefined,
}

const factsOf = ({ state, state_reason: reason, labels, assignees }: Issue): string[] => [
  reason === null || reason === 'reopened' ? state : `${state} as ${reason}`,
  labels.map(({ name }) => name).join(', '),
  assignees.length === 0
    ? 'nobody assigned'
    : `assigned to ${assignees.map(({ login }) => login).join(', ')}`,
]

const visible = (text: string): string => text.replace(/<!-- \/?followthrough.*?-->\n?/g, '').trim()

/** @returns what a comment or issue shows, for programs */
export const bodyOf = ({ body }: Issue | Comment): string => body ?? ''
