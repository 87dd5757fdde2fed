import { Presets, SingleBar } from 'cli-progress'

/** Shows how far a long run is. */
export interface Progress {
  start: () => void
  /** One postmortem more is done. */
  step: (issuesOpened: number) => void
  stop: () => void
}

const ignore = (): void => undefined

/** A bar on a terminal, and nothing elsewhere: a log is no place for a moving bar. */
export const createProgress = (postmortems: number, stream: NodeJS.WriteStream): Progress => {
  if (!stream.isTTY) return { start: ignore, step: ignore, stop: ignore }
  const format = ' {bar} {value} of {total} postmortems · {opened} issues opened · {duration_formatted}'
  const bar = new SingleBar({ format, stream, hideCursor: true }, Presets.shades_classic)
  let opened = 0
  return {
    start: () => {
      bar.start(postmortems, 0, { opened })
    },
    step: (more) => {
      opened += more
      bar.increment(1, { opened })
    },
    stop: () => {
      bar.stop()
    },
  }
}
