import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import jest from 'eslint-plugin-jest'
import tseslint from 'typescript-eslint'

/**
 * Which folders each folder of src/ may import from, besides itself.
 * The core knows nobody; the edge knows everybody; nothing points back.
 */
const mayImport = {
  postmortem: [],
  config: ['postmortem'],
  plan: ['postmortem', 'config'],
  render: ['postmortem', 'config', 'plan'],
  sandbox: ['postmortem'],
  jobs: ['postmortem', 'config', 'plan', 'render'],
  github: ['postmortem', 'config', 'plan', 'jobs'],
  queue: ['jobs'],
}
const pureFolders = ['postmortem', 'config', 'plan', 'render']

const importZones = Object.entries(mayImport).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only from: ${[folder, ...allowed].join(', ')}.`,
}))

const ambientClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pure code takes the clock as a parameter.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pure code takes the clock as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pure code is deterministic.',
  },
  {
    selector: "MemberExpression[object.name='process']",
    message: 'Only composition roots read the environment.',
  },
]

export default tseslint.config(
  { ignores: ['node_modules', 'coverage', '.serverless', 'build'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: importZones, basePath: import.meta.dirname }],
    },
  },
  {
    files: pureFolders.map((folder) => `src/${folder}/**/*.ts`),
    rules: { 'no-restricted-syntax': ['error', ...ambientClock] },
  },
  { files: ['test/**/*.ts'], ...jest.configs['flat/recommended'] },
  {
    files: ['test/**/*.ts'],
    rules: { 'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['testWithCorpus'] }] },
  },
  // What Jest loads by its name in the configuration has to be the default export.
  { files: ['test/runner/*.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['*.js'],
    rules: { 'import-x/no-default-export': 'off' },
    extends: [tseslint.configs.disableTypeChecked],
  },
)
