/** English words that say nothing about what broke: an item made only of them fits any incident. */

const connecting = `
  a about across after again against all already also an and another any are around as at be because been before being
  better between both but by can could do does during each either even ever every for from further future get going had
  has have how if in instead into is it its just keep later least less like made make making many may more most must need
  needed needs new next no not of off on once one only onto or other our out over own same should so some such than that
  the their them then there these they this those through to too under until up upon us use used using very via was we
  well were what when where whenever which while who will with within without would you your let let's
`

const doing = `
  achieve act add added adding address addressed adopt adopting allow analyze apply assess audit automate avoid boost build
  carry catch check collect conduct conducting configure consider continue continuously create creating define deploy detect
  detected develop developing document emphasize enable enforce enhance enhanced enhancing ensure ensuring escalate
  establish establishing evaluate expand expedite explore extend facilitate find fix foster handle happen happens harden
  help highlight hold identify identifying implement implemented implementing improve improved improving include incorporate
  increase increased inform integrate introduce introducing invest investigate issue learn look maintain manage minimize
  mitigate monitor monitored notify occur occurs optimize optimized optimizing organize perform plan practice prepare
  prepare prepared prevent preventing prioritize promote provide provided recur reduce refine reinforce resolve respond
  responding review reviewed revise run schedule scheduled set setup share simulate solve spot standardize start stay
  streamline strengthen strengthened support test tested testing track train trigger troubleshoot troubleshooting update
  updated updating upgrade utilize validate verify work write arise arises engage engaged
`

const things = `
  ability accuracy alarm alarms alert alerts alerting analysis anomalies anomaly approach area areas aspects assurance
  audits automation awareness behavior behaviour bottleneck bottlenecks bug bugs capabilities capability capacity care
  change changes channel channels coding collaboration communication communications component components consistency control
  controls coverage critical design detail detection developer developers development devops discipline docs documentation
  downtime drills effectiveness effect efficiency effort efforts engineer engineers environment environments error errors
  escalation event events exercises experience failure failures feedback future gaps guidance guidelines guide handling
  health hygiene impact improvement improvements incident incidents information infrastructure initiatives insight insights
  instructions integrity issues knowledge learnings lessons level levels load log logging logs maintenance management manner
  measure measures mechanism mechanisms meeting meetings members method methods metrics mistakes monitoring notification
  notifications observability occurrence occurrences operation operations optimization optimizations oversight outage
  outages paging performance personnel pipeline plan planning plans platform playbook playbooks policies policy postmortem
  practices preparedness prevention problem problems procedure procedures process processes production program protocol
  protocols quality recovery recurrence reliability reporting reports research resilience resiliency resolution resource
  resources response reviews risk risks robustness runbook runbooks safeguards safety scalability scenario scenarios
  security service services session sessions setups site software stability staff standards strategies strategy surprises
  system systems tasks team teams teamwork technique techniques test tests things time tool tooling tools tracking training
  trainings understanding users vigilance visibility vulnerabilities ways weaknesses workflow workflows workshop workshops
`

const describing = `
  abnormal accurate actionable active additional adequate advanced alternative appropriate automated automatic automatically
  best careful carefully clear clearer closely common comprehensive consistent constant continuous correct crucial
  current deeper detailed different early earlier easier easily effective effectively efficient efficiently enough essential
  existing extensive extra fast faster frequent frequently general good great greater high higher important improved
  incoming internal key main major multiple necessary numerous ongoing operational organizational overall periodic
  periodically possible potential preventive preventative proactive proactively prompt promptly proper properly quality quick
  quicker quickly rapid rapidly real real-time regular regularly related relevant reliable rigorous robust routine scheduled
  several significant similar smooth smoothly solid specific strict stricter strong stronger sudden sufficient suitable swift
  swiftly systematic technical thorough thoroughly timely tighter unexpected unforeseen unusual upcoming up-to-date various
  vital whole wide date
`

export const genericWords: ReadonlySet<string> = new Set(
  [connecting, doing, things, describing].flatMap((words) => words.trim().split(/\s+/)),
)
