const listeners = new Set<(text: string) => void>()

/** Tells whoever listens what was written to no stream: into an array of the test, or to the local GitHub. */
export const hear = (text: string): void => {
  for (const listen of listeners) listen(text)
}

/** @returns what ends it */
export const listenTo = (listen: (text: string) => void): (() => void) => {
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
  }
}
