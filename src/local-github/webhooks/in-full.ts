/**
 * Payloads.
 * GitHub shows an organization as it shows people wherever something belongs to it, and gives every repository, issue and pull
 * request all of its fields.
 * The emulator shows organizations in another form and leaves some fields out.
 * Here: what is missing is filled in, with the values of a repository and a conversation that nobody set anything special for.
 */
type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields by what tells the kind of an object: one of its own fields. */
const FILLINGS: { mark: string; missing: (object: Json) => Json }[] = [
  { mark: 'full_name', missing: () => ({ web_commit_signoff_required: false, custom_properties: {} }) },
  {
    mark: 'locked',
    missing: ({ url }) => ({ active_lock_reason: null, reactions: noReactions(String(url)) }),
  },
  { mark: 'login', missing: ({ url }) => ({ gravatar_id: '', ...addressesOf(String(url)) }) },
]

const noReactions = (url: string): Json => ({
  url: `${url}/reactions`,
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
})

const addressesOf = (url: string): Json => ({
  followers_url: `${url}/followers`,
  following_url: `${url}/following{/other_user}`,
  gists_url: `${url}/gists{/gist_id}`,
  starred_url: `${url}/starred{/owner}{/repo}`,
  subscriptions_url: `${url}/subscriptions`,
  organizations_url: `${url}/orgs`,
  received_events_url: `${url}/received_events`,
})

/** @returns the same value with every field that GitHub would send */
export const inFull = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inFull)
  if (!isObject(value)) return value
  const filling = FILLINGS.find(({ mark }) => mark in value)
  const inner = Object.entries(value).map(([key, each]): [string, unknown] => [key, inFull(each)])
  return { ...filling?.missing(value), ...Object.fromEntries(inner) }
}
