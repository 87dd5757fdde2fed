import { styleText } from 'node:util'

/** Where a command says what it found, and what it knows of its surroundings besides files. */
export interface Terminal {
  /** Writes results. */
  out: (text: string) => void
  /** Writes what is not a result: what went wrong, and how far it is. */
  err: (text: string) => void
  /** Of what is written, in columns. */
  width: number
  /** Marks up results for people: in a pipe or a file, the text comes back as it is. */
  style: (format: Parameters<typeof styleText>[0], text: string) => string
  env: Record<string, string | undefined>
  /** What the process ends with: 0 where all went well, 1 where something did not, 2 where the command was used wrongly. */
  exitCode: number
}

/** In columns, where nothing says how wide the output is. */
const DEFAULT_WIDTH = 120

/** The terminal, pipe or file that this process was started in. */
export const processTerminal = (): Terminal => {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough ("… | head") is no error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    width: process.stdout.columns || DEFAULT_WIDTH,
    style: (format, text) => styleText(format, text, { stream: process.stdout }),
    env: process.env,
    get exitCode() {
      return Number(process.exitCode ?? 0)
    },
    set exitCode(code) {
      // Never process.exit(): what is still being written to a pipe would be lost.
      process.exitCode = code
    },
  }
}
