import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const textsIn = (markdown: string): string[] => extractPostmortem(markdown).items.map(({ text }) => text)

describe('names that run into the text of their section', () => {
  test('a bold beginning with a period, a question mark or a dash behind it is a name', () => {
    const report = (name: string): string =>
      `# Ferry tickets sold twice\n\n**Summary.** 40 seats were sold twice.\n\n${name} We will lock a seat when it is chosen.\n`
    expect(textsIn(report('**Preventive measures.**'))).toEqual(['We will lock a seat when it is chosen.'])
    expect(textsIn(report('**What are we changing?**'))).toEqual(['We will lock a seat when it is chosen.'])
    expect(textsIn(report('**Next steps** –'))).toEqual(['We will lock a seat when it is chosen.'])
  })

  test('a bold question on a line of its own is a name', () => {
    const markdown =
      '# Ferry\n\n**What are we doing to prevent this?**\n\n- We will lock a seat when it is chosen.\n'
    expect(textsIn(markdown)).toEqual(['We will lock a seat when it is chosen.'])
  })

  test('bold words within a sentence are none', () => {
    expect(textsIn('# Ferry\n\n**Prevention** is what we lacked, and we will say so.\n')).toEqual([])
  })

  test('a remark in brackets makes no name too long', () => {
    const markdown =
      '# Ferry\n\n**What can be improved (broadly)**\n\n- Locking\n\n**List of tasks to do (be as specific as you can, like a to-do list)**\n\n- Lock a seat when it is chosen\n'
    expect(extractPostmortem(markdown).items.map(({ kind }) => kind)).toEqual(['improvement', 'task'])
  })
})
