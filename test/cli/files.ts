import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own with files for commands to read. */
export interface Folder {
  path: string
  remove: () => Promise<void>
}

export const writeFiles = async (files: Record<string, string | Uint8Array>): Promise<Folder> => {
  const path = await mkdtemp(join(tmpdir(), 'followthrough-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return { path, remove: () => rm(path, { recursive: true }) }
}
