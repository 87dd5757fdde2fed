/* eslint jest/expect-expect: ['warn', { assertFunctionNames: ['expect*'] }] */
import { openServer } from './server.ts'
import { tellStories } from './shared.ts'

tellStories(openServer)
