import { availableParallelism } from 'node:os'

/** @type {import('jest').Config} */
export default {
  testEnvironment: './test/runner/environment.ts',
  testSequencer: './test/runner/sequencer.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '/src/local-github/.+\\.ts$': './test/runner/outside.ts',
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  setupFilesAfterEnv: ['<rootDir>/test/output/setup.ts'],
  // Stories wait for servers and queues more than they compute.
  maxWorkers: 2 * availableParallelism(),
  testTimeout: 60_000,
  errorOnDeprecated: true,
  restoreMocks: true,
}
