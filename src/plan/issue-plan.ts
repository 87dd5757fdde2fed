import type { ItemMarker, SourceLines } from './marker.ts'
import type { Match } from './match.ts'
import type { PostmortemFile, WishedItem } from './types.ts'

/** The due date that holds, and who set it. */
export type DueDate = Pick<ItemMarker, 'due' | 'dueBy'>

/** The texts of a plan, written by `src/render`. */
export interface IssueTexts {
  title: (wish: WishedItem) => string
  /** What the app's block in the issue says about the item. */
  content: (wish: WishedItem, at: { source: SourceLines } & DueDate) => string
  /** Stands above the content while the document does not list the item. */
  goneBanner: string
  goneComment: string
  duplicateBanner: (original: number) => string
}

export interface IssuePlanInput {
  file: PostmortemFile
  match: Match
  /** Unmatched items that need an issue of their own, in document order. */
  missing: WishedItem[]
  /** Identities that issues of this document have already, which none may be given again. */
  identities: string[]
  /** What happens to the issue of an item that leaves the document. */
  removed: 'keep' | 'close'
  texts: IssueTexts
}
