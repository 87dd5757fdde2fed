/** What the secrets of the tests look like: those of the local GitHub, and with them what Parameter Store holds. */
const forms: [what: string, form: RegExp][] = [
  ['the webhook secret', /local-webhook-secret/],
  ['the private key', /BEGIN [A-Z ]*PRIVATE KEY|\bMII[A-Za-z\d+/]{40}/],
  ['the token of an installation', /\bghs_\w+/],
  ['the token of a person', /\bgh[opu]_\w+|\btoken-of-\w+/],
  ['a token of the app', /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/],
]

/** @returns which kinds of secrets a text holds */
export const secretsIn = (text: string): string[] =>
  forms.filter(([, form]) => form.test(text)).map(([what]) => what)
