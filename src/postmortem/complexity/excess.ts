/** The first line on which a text goes beyond a limit. */
export interface Excess {
  /** Counted from 1. */
  line: number
  /** Goes on from "line 12 …": "nests lists and quotes more than 100 levels deep". */
  problem: string
}
