import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** The same limit as for files on GitHub (docs: "A file of more than 1 MB is not read"). */
const maxBytes = 1_000_000
const markdownExtensions = ['.md', '.markdown']
const ignoredFolders = ['node_modules', '.git']

/** A file or folder that cannot be read; `message` is a sentence without the path. */
export class UnreadableFileError extends Error {}

/**
 * Lists the Markdown files under a folder, at any depth, in the order of their paths. A path that is no folder is
 * returned as it is, whatever its name and whether or not it exists.
 *
 * @throws UnreadableFileError where the folder holds no Markdown file.
 */
export async function listMarkdownFiles(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  if (!isFolder) return [path]
  const files = await walk(path)
  if (files.length === 0) throw new UnreadableFileError('The folder holds no Markdown files.')
  return files.sort()
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ignoredFolders.includes(entry.name) ? [] : await walk(path)
    return markdownExtensions.includes(extname(entry.name).toLowerCase()) ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

/**
 * Reads a text file.
 *
 * @throws UnreadableFileError where it is missing, over 1 MB, or no UTF-8 text.
 */
export async function readMarkdown(file: string): Promise<string> {
  const bytes = await readBytes(file)
  if (bytes.includes(0)) throw new UnreadableFileError('The file is binary, not Markdown.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFileError('The file is not UTF-8 text.')
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > maxBytes) {
      const megabytes = (size / 1_000_000).toFixed(1)
      throw new UnreadableFileError(`The file has ${megabytes} MB; files over 1 MB are not read.`)
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error
    throw new UnreadableFileError(sentenceFor(error), { cause: error })
  }
}

/** Says in a sentence why a file could not be read. */
export function sentenceFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'The file does not exist.'
  if (code === 'EISDIR') return 'It is a folder, not a file.'
  if (code === 'EACCES') return 'Permission to read the file is missing.'
  return `The file cannot be read: ${message}.`
}
