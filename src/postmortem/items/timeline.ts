import { startsWithAction } from './wording.ts'

/** "10:12 – ", "[2024-05-03 10:12 UTC] ". */
const clock =
  /^[[(]?(?:\d{4}-\d{2}-\d{2}[T ]\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|h|[a-z]{3,4}))?[\])]?\s*[-–—:：|,]?\s+/i

/** Whether a text tells what happened at some time of the day, unless it goes on like a task. */
export function isTimelineEntry(text: string): boolean {
  const time = clock.exec(text)?.[0]
  return time !== undefined && !startsWithAction(text.slice(time.length))
}
