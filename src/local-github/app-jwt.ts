import { createSign } from 'node:crypto'
import { appPrivateKey } from './emulator.ts'

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token that proves to be the app, valid for nine minutes of real time. */
export const appJwt = (appId: number): string => {
  const issued = Math.floor(Date.now() / 1000) - 60
  const content = `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ iat: issued, exp: issued + 600, iss: String(appId) })}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(appPrivateKey(), 'base64url')}`
}
