/** A text that is made to stop a Markdown reader; its size can be chosen. */
export interface HostileInput {
  name: string
  /** @param size in characters. */
  text: (size: number) => string
}

const repeat = (part: string) => (size: number) => part.repeat(Math.ceil(size / part.length)).slice(0, size)

const followedBy =
  (end: string, text: (size: number) => string) =>
  (size: number): string =>
    text(size - end.length) + end

/** Line after line, each made from its number, up to the size. */
const lines = (line: (number: number) => string) => (size: number) => {
  const made: string[] = []
  for (let length = 0; length < size; length += made.at(-1)?.length ?? 1) made.push(`${line(made.length)}\n`)
  return made.join('').slice(0, size)
}

/** The kinds that are known to have hung or crashed Markdown parsers; most of them from micromark's own tracker. */
export const hostileInputs: HostileInput[] = [
  { name: 'dashes', text: repeat('- ') },
  { name: 'bullets in bullets', text: followedBy('a', repeat('- ')) },
  { name: 'numbers in numbers', text: followedBy('a', repeat('1. ')) },
  { name: 'quotes in quotes', text: followedBy('a', repeat('>')) },
  { name: 'bullets in quotes', text: followedBy('a', repeat('> - ')) },
  { name: 'a list that goes one deeper on every line', text: lines((number) => `${'  '.repeat(number)}- a`) },
  { name: 'many lines that are five lists deep', text: repeat('- - - - - a\n') },
  {
    name: 'deep quotes and lazy lines',
    text: (size) => `${'> '.repeat(90)}a\n${repeat('a\n')(size - 182)}`,
  },
  { name: 'deep lists and blank lines', text: (size) => `${'- '.repeat(90)}a\n${repeat('\n')(size - 182)}` },
  { name: 'emphasis of two kinds', text: repeat('*a_ ') },
  { name: 'strong marks between letters', text: repeat('a**b') },
  {
    name: 'opening marks before closing marks',
    text: (size) => repeat('_a ')(size / 2) + repeat('a_ ')(size / 2),
  },
  { name: 'underlined headings', text: repeat('a\n=\n') },
  { name: 'open references', text: repeat('[a][') },
  { name: 'open links', text: repeat('[a](') },
  { name: 'images in images', text: (size) => repeat('![')(size / 2) + repeat('](a)')(size / 2) },
  { name: 'closing brackets', text: repeat(']') },
  { name: 'definitions', text: lines((number) => `[a${number}]: b`) },
  { name: 'HTML comments', text: followedBy('a', repeat('a <!--')) },
  { name: 'HTML instructions', text: repeat('a <?') },
  { name: 'HTML tags', text: repeat('a <b ') },
  { name: 'code marks, each longer than the last', text: lines((number) => `a${'`'.repeat(number)}`) },
  {
    name: 'a table that is as wide as it is long',
    text: (size) => squareTable(Math.floor(Math.sqrt(size / 2))),
  },
  { name: 'one-letter items', text: repeat('- a\n') },
  { name: 'empty lines', text: repeat('\n') },
  { name: 'HTML lists in HTML lists', text: repeat('<ul><li>') },
  { name: 'NUL characters', text: repeat('\0') },
  { name: 'half a surrogate pair', text: repeat('\ud800') },
]

function squareTable(side: number): string {
  const row = (cell: string): string => `|${`${cell}|`.repeat(side)}\n`
  return row('a') + row('-') + row('b').repeat(side)
}
