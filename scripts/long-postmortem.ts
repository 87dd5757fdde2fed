/**
 * Writes a report of many incidents, each with its own words, up to a size in characters: like a year's postmortems in
 * one file, with lists, check boxes, tables and prose.
 */
export function longPostmortem(size: number): string {
  let report = '# Incidents of the year\n'
  for (let number = 1; report.length < size; number += 1) report += `\n${incident(number)}`
  return report.slice(0, size)
}

const incident = (number: number): string => `## Incident ${number}: queue ${number} stopped

Date: 2026-03-02, severity: SEV-2

### Summary

Between 10:04 and 10:${10 + (number % 50)} workers of queue ${number} **stopped** after release \`${number}.4.1\`.
Customers saw old prices on ${number} pages, see [the graph](https://graphs.example.com/${number}).

### Timeline

- 10:04 Release ${number}.4.1 goes out
- 10:06 Ada sees that queue ${number} grows
- 10:20 Rolled back

### Action items

- [ ] Alert when queue ${number} is older than five minutes (owner: @ada, due: 2026-04-0${1 + (number % 9)})
  - Page the team of queue ${number} only
- [x] Roll release ${number}.4.1 back
- Write down how to replay queue ${number}, see #${number}

| Action | Owner | Due |
| --- | --- | --- |
| Keep release ${number}.4.2 in staging for a day | Grace | within two weeks |
| Drill the failover of queue ${number} | Linus | end of Q3 |
`
