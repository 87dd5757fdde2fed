import type { Extractor } from '../sandbox/extractor.ts'
import type { Terminal } from './terminal.ts'

/** What commands work with. */
export interface Tools {
  terminal: Terminal
  /** Makes what reads postmortems; the command closes it. */
  openExtractor: () => Extractor
}
