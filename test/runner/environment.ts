import { TestEnvironment } from 'jest-environment-node'
import { createRequire } from 'node:module'

/** A test file's world, with a way out of it: what `outside.ts` puts in the place of a module asks for it there. */
export default class Environment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    this.global['requireOutside'] = createRequire(import.meta.url)
  }
}
