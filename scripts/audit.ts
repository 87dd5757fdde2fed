/** Asks the registry for known vulnerabilities in production dependencies, and fails on grave ones: `npm run audit`. */
import { spawnSync } from 'node:child_process'
import { verdictOf } from './audit-verdict.ts'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 })
const { isBad, words } = verdictOf(stdout)
console.log(words)
if (isBad) process.exitCode = 1
