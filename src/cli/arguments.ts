import { InvalidArgumentError } from 'commander'
import type { IsoDate } from '../postmortem/types.ts'

/** @throws InvalidArgumentError for anything but a day that the calendar has */
export function parseDay(value: string): IsoDate {
  const day = new Date(value)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime())
  // JavaScript takes February 30 for March 2.
  if (!isDay || day.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD, for example 2026-03-31.')
  return value
}
