/** The longest run of lines from the first that has room in `max` characters, line feeds included. */
export function firstFitting(lines: string[], max: number): string[] {
  let length = 0
  const end = lines.findIndex((line) => (length += line.length + 1) > max)
  return end < 0 ? lines : lines.slice(0, end)
}
