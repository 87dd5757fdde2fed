/** English verbs of follow-up work in their base form; "-ing" forms are derived. */
const verbs = `
  accelerate accept achieve acknowledge acquire activate adapt add address adhere adjust administer adopt advise
  agree alert align allocate allow amend analyse analyze annotate announce anticipate append apply appoint
  approve archive arrange ask assemble assess assign assure attach attend audit author automate avoid backfill
  backport balance ban batch begin benchmark bind bisect block book boost bootstrap bring broadcast budget build
  bump bundle buy bypass cache calculate calibrate call canary cap capture catch certify change check
  cherry-pick choose circulate clarify clean cleanup clear close coach codify collaborate collect combine come
  commit communicate compare compile complete compress conduct configure confirm connect consider consolidate
  constrain construct consult contact contain continue contribute control convert coordinate copy cordon correct
  count cover crawl create cull customize cut dashboard deactivate debug decide declare decommission decouple
  decrease dedicate deduplicate defer define degrade delegate delete deliver demand deploy deprecate describe
  design detach detect determine develop diff differentiate disable disallow discourage discover discuss
  dispatch display distribute diversify divert divide do document double downgrade download draft drain drill
  drop duplicate edit educate effect elevate eliminate email emit emphasize employ empower enable enact
  encapsulate encourage encrypt endeavor endeavour enforce engage enhance enlarge enlist enrich ensure enumerate
  equip erase escalate establish estimate evaluate examine exclude execute exercise expand expedite experiment
  expire explain explore export expose extend extract facilitate fail fail-over federate feed fence fetch figure
  file fill filter finalise finalize find finish fix flag flush follow forbid force formalise formalize forward
  foster freeze fuzz gate gather generate get give govern grant group grow guarantee guard guide halt handle harden
  have help hide hire hold host identify implement import impose improve include incorporate increase inform
  ingest initiate inject inline insert inspect install institute instruct instrument insulate integrate
  intensify intercept interview introduce invalidate invest investigate invite involve isolate issue iterate
  join keep kill label launch lay learn leave lend let leverage limit link lint list load localize lock log look
  loosen lower mail maintain make manage mandate map mark mask match measure meet mention merge migrate minimise
  minimize mirror mitigate mock model modernize modify monitor mount move mute name negate negotiate normalize
  notify nudge observe obtain offer omit onboard open operate optimise optimize order organise organize
  outsource overhaul override own page parallelize parse partition patch pause pay perform permit persist pick
  pilot pin pipe plan point poll populate port practice practise pre-warm prefer prepare prepend present
  preserve prevent print prioritise prioritize probe proceed produce profile program prohibit promote propose
  protect prototype prove provide provision prune publish pull purchase purge push put quantify quarantine query
  raise rate rate-limit re-architect re-enable re-evaluate re-run re-test reach read readjust reassess rebalance
  rebase rebuild recalculate recheck reclaim recommend reconcile reconfigure reconnect reconsider record recover
  recreate recruit redact redefine redeploy redesign redirect redo reduce refactor refer refine refresh refuse
  regenerate register regularly rehearse reimplement reinforce reinstate reject relax release reload relocate
  rely remediate remember remind remove rename render renew reorder reorganize repair repeat rephrase replace
  replicate report reprocess reproduce request require rerun rescue research resend reserve reset reshard resize
  resolve respond restart restore restrict restructure resume retain retest rethink retire retrain retry return
  reuse revamp reverse revert review revise revisit revoke reword rewrite roll rotate route run safeguard sample
  sandbox sanitize save say scale scan schedule scope scrape script scrutinize seal search secure see seed seek
  segment select send separate serialize serve set settle setup shard share shift ship shorten show shrink shut
  sign silence simplify simulate size skip slow smoke smooth snapshot socialize solve sort source specify speed
  spin split spread stabilize stage stagger stamp standardise standardize start state steer stick stop store
  stream streamline strengthen stress strip structure study submit subscribe sunset supervise supplement support
  suppress survey suspend swap switch sync synchronize tag tailor take talk target teach tell terminate test
  think throttle tidy tie tighten toggle tolerate touch trace track train transfer transform transition
  translate treat trigger trim troubleshoot truncate try tune turn unblock undo unify uninstall unlock unmount
  unpin untangle update upgrade upload upskill use utilise utilize validate vary verify version vet visualize
  void wait walk warm warn watch weigh whitelist widen wire withdraw work wrap write
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
  don't   actively also always automatically better clearly consistently continuously never periodically proactively properly
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
