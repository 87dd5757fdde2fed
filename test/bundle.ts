import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Makes what runs on Lambda, in `build/`. */
export const bundle = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, ['scripts/bundle-lambda.ts'])
}
