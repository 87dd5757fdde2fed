/** Bundles each function of `serverless.yml` into `build/NAME/`: without the unused parts of its dependencies it starts fast. */
import { build } from 'esbuild'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BUNDLE_SETTINGS } from './bundle-settings.ts'

/** What each function's package holds: entry points by file in `build/`. */
const entryPoints = {
  'webhook/index': 'src/lambda/webhook.ts',
  'worker/index': 'src/lambda/worker.ts',
  'worker/extract': 'src/lambda/extract.ts',
  'rollup/index': 'src/lambda/rollup.ts',
  'redeliver/index': 'src/lambda/redeliver.ts',
}

/** Whoever runs a bundle at this moment sees the old file or the new one, never half of one. */
const writeIfDifferent = async (path: string, contents: Uint8Array): Promise<void> => {
  const present = await readFile(path).catch(() => null)
  if (present?.equals(contents)) return
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, contents)
  await rename(draft, path)
}

const { outputFiles, metafile } = await build({
  ...BUNDLE_SETTINGS,
  entryPoints,
  outdir: 'build',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  write: false,
})
for (const { path, contents } of outputFiles) await writeIfDifferent(path, contents)
// What went into the bundles, for https://esbuild.github.io/analyze and for tests.
await writeIfDifferent('build/meta.json', Buffer.from(JSON.stringify(metafile)))
