/**
 * Severities of major incidents. PagerDuty's guide to incident response counts SEV-2 and above as major; priorities start one
 * step earlier, at P1.
 */
const severity = /^(?:(?:sev|severity|s)[\s-]?[0-2]|(?:p|prio|priority)[\s-]?[01]|[01])(?![\p{L}\p{N}])/iu
const priority = /^(?:p|prio|priority|sev|s)?[\s-]?[01](?![\p{L}\p{N}])/iu

const high = new Set(
  `critical,high,very high,highest,major,severe,urgent,blocker,emergency,top,
  kritisch,hoch,sehr hoch,schwerwiegend,dringend,critique,élevée,haute,majeure,urgente,crítica,crítico,alta,alto,muy alta,
  kritisk,høy,alvorlig,критическая,критический,высокая,высокий,高,最高,緊急,紧急,严重,重大,致命,최우선,높음,긴급,심각`
    .split(',')
    .map((word) => word.trim()),
)

/** @param written the severity of an incident as written: "SEV-1", "critical" */
export function isHighSeverity(written: string): boolean {
  return severity.test(written.trim()) || high.has(written.trim().toLowerCase())
}

/** @param written the priority of an item as written: "P0", "High" */
export function isHighPriority(written: string): boolean {
  return priority.test(written.trim()) || high.has(written.trim().toLowerCase())
}
