/** Bundles each function of `serverless.yml` into `build/NAME/index.mjs`: without its dependencies' unused parts it starts fast. */
import { build } from 'esbuild'
import { rm } from 'node:fs/promises'

/** What each function's package holds, by file name. */
const packages = {
  webhook: { index: 'src/lambda/webhook.ts' },
  worker: { index: 'src/lambda/worker.ts', extract: 'src/lambda/extract.ts' },
  rollup: { index: 'src/lambda/rollup.ts' },
  redeliver: { index: 'src/lambda/redeliver.ts' },
}

/** CommonJS dependencies call `require`, which an ES module does not have. */
const banner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

await rm('build', { recursive: true, force: true })
await Promise.all(
  Object.entries(packages).map(([name, entryPoints]) =>
    build({
      entryPoints,
      outdir: `build/${name}`,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      // Names in stack traces stay readable.
      keepNames: true,
      legalComments: 'none',
      banner: { js: banner },
    }),
  ),
)
