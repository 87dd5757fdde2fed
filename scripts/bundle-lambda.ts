/** Bundles each function of `serverless.yml` into `build/NAME/`: without the unused parts of its dependencies it starts fast. */
import { build } from 'esbuild'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BUNDLE_SETTINGS } from './bundle-settings.ts'

/** What each function's package holds, by file name. */
const packages = {
  webhook: { index: 'src/lambda/webhook.ts' },
  worker: { index: 'src/lambda/worker.ts', extract: 'src/lambda/extract.ts' },
  rollup: { index: 'src/lambda/rollup.ts' },
  redeliver: { index: 'src/lambda/redeliver.ts' },
}

const bundle = async (name: string, entryPoints: Record<string, string>): Promise<void> => {
  const { outputFiles, metafile } = await build({
    ...BUNDLE_SETTINGS,
    entryPoints,
    outdir: `build/${name}`,
    outExtension: { '.js': '.mjs' },
    metafile: true,
    write: false,
  })
  for (const { path, contents } of outputFiles) await writeIfDifferent(path, contents)
  // What went into the bundle, for https://esbuild.github.io/analyze and for tests.
  await writeIfDifferent(`build/${name}.meta.json`, Buffer.from(JSON.stringify(metafile)))
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

await Promise.all(Object.entries(packages).map(([name, entryPoints]) => bundle(name, entryPoints)))
