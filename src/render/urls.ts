import type { SourceLines } from '../plan/marker.ts'

/** The page of a file at a commit. */
export const fileUrl = (repositoryUrl: string, commit: string, path: string): string =>
  `${repositoryUrl}/blob/${commit}/${encodePath(path)}`

/** The page of a file at a commit with lines marked. GitHub shows lines of Markdown only with `plain=1`. */
export const linesUrl = (
  repositoryUrl: string,
  path: string,
  { commit, line, endLine }: SourceLines,
): string => `${fileUrl(repositoryUrl, commit, path)}?plain=1#L${line}${endLine > line ? `-L${endLine}` : ''}`

/** Percent-encodes a path for an address in Markdown, where parentheses would end the link. */
const encodePath = (path: string): string =>
  path
    .toWellFormed()
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll('(', '%28').replaceAll(')', '%29'))
    .join('/')
