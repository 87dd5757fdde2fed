import { NOT_TEXT } from '../config/parse.ts'
import type { FileContent } from './ports.ts'

/** A configuration file as `parseConfig` takes it. One that cannot be read is none that is missing. */
export const configurationText = (file: FileContent | undefined): string | null => {
  if (file === undefined || file.kind === 'absent') return null
  return file.kind === 'text' ? file.text : NOT_TEXT
}
