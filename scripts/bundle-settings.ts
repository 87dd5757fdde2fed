import type { BuildOptions } from 'esbuild'

/** How a function is bundled for Lambda's Node; a bundle to compare with is made the same way. */
export const BUNDLE_SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // Names in stack traces stay readable.
  keepNames: true,
  legalComments: 'none',
  banner: {
    // CommonJS dependencies call `require`, which an ES module does not have.
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
} satisfies BuildOptions
