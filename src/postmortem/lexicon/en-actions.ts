/** English verbs of follow-up work in their base form; "-ing" forms are derived. */
const verbs = `
  accept achieve acquire activate adapt add address adjust adopt agree align allocate allow alert analyse analyze
  announce apply appoint archive arrange ask assess assign assure attach audit author automate avoid backfill
  back backport balance ban batch begin benchmark block book boost bring budget build bump buy cache calculate
  call cap capture catch certify change check choose circulate clarify clean cleanup clear close coach collaborate
  collect combine come commit communicate compare complete compress conduct configure confirm connect consider consolidate
  construct contact contain continue contribute control convert coordinate copy cordon correct count cover create cull cut
  dashboard debug decide declare decommission decouple decrease dedicate deduplicate define delete deliver delegate
  demand deploy deprecate describe design detect determine develop disable disallow discourage discover discuss dispatch
  display distribute divide do document double download draft drain drill drop educate effect elevate eliminate email
  emit emphasize employ empower enable enact encourage encrypt endeavour endeavor enforce engage enhance enlarge
  enrich ensure equip escalate establish estimate evaluate examine execute exercise expand experiment explain explore
  export expose extend extract facilitate fail federate figure file fill filter finalize finalise find finish fix flag
  flush follow force forbid formalize formalise foster freeze gate gather generate get give grant grow guarantee guard
  guide handle harden have help hire hold host identify implement import improve include incorporate increase inform
  ingest initiate inject insert inspect install institute instrument insulate integrate intensify introduce invalidate
  invest investigate invite involve isolate issue keep kill label launch lay leave learn leverage limit link list
  load localize lock log look loosen lower maintain make manage mandate map mark match measure meet merge migrate
  minimize minimise mirror mitigate model modernize modify monitor mount move name negotiate notify obtain offer onboard
  open operate optimize optimise order organize organise overhaul override own page partition patch pause pay perform
  persist pick pilot pin plan port practice practise prefer prepare prevent prioritize prioritise probe proceed produce
  profile program prohibit promote propose protect prove provide provision prune publish pull purchase purge push put
  query quantify raise rate reach read reassess rebuild recheck recommend reconcile reconfigure reconsider record
  recover recreate recruit redeploy redesign redirect reduce redo re-enable refactor refine refresh regenerate register
  regularly reimplement reinforce reinstate release rely reload relocate remediate remember remind remove rename renew
  reorganize repair repeat replace replicate report reproduce request require rerun research reserve reset reshard
  resize resolve respond restart restore restrict restructure retain rethink retire retrain retry return reuse revamp
  revert review revise revisit revoke rewrite roll rotate route run safeguard sanitize save say scale scan
  schedule scope scrape script scrutinize search secure see seek segment select send separate serve set setup
  shard share shift ship shorten show shrink shut sign silence simplify simulate size slow smoke snapshot socialize solve
  source specify speed split stabilize stage standardize standardise start state stop store streamline strengthen
  stress structure study submit subscribe supplement support suppress survey suspend swap switch sync synchronize
  tag take talk target teach tell terminate test think throttle tidy tie tighten time track train transfer transform
  transition translate treat trigger trim troubleshoot try tune turn uninstall unify unpin update upgrade upload upskill
  use utilize utilise validate verify version visualize wait walk warm warn watch whitelist widen wire work wrap
  write
`

/** Nouns of doing with which tasks are announced: "Implementation of …", "Automated testing of …". */
const nouns = `
  adoption addition adjustment automation creation definition deployment development enforcement enhancement
  establishment evaluation expansion extension implementation improvement inclusion increase installation integration
  introduction investigation migration modification optimization provision reduction refactoring removal replacement
  review upgrade validation
`

/** Adverbs that may stand before the verb. */
const adverbs = `
  actively also always automatically better clearly consistently continuously never periodically proactively properly
  regularly routinely systematically thoroughly
`

const words = (text: string): string[] => text.trim().split(/\s+/)

function gerund(verb: string): string[] {
  const stem = verb.replace(/([^aeiouy])e$/, '$1').replace(/([aeiou]|y)e$/, '$1')
  const last = verb.slice(-1)
  return [`${stem}ing`, `${verb}ing`, `${verb}${last}ing`]
}

export const englishVerbs: readonly string[] = words(verbs)

export const englishActions: readonly string[] = [
  ...englishVerbs.flatMap((verb) => [verb, ...gerund(verb)]),
  ...words(nouns),
  ...words(adverbs),
]
