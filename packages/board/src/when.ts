import { z } from 'zod'

/** ISO 8601 in UTC, to the second or finer: `2017-01-31T23:27:00Z`. */
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/)
  .refine((text) => Number.isFinite(Date.parse(text)), 'not a time')

/**
 * When something happened, one plain value: UTC instants plus the IANA zone people spoke in.
 * `exact`, `approx` (~14:05) and `range` (at to end) have `at`; `unknown` has only words ("after 23:30") and
 * keeps the place that people gave it in the order.
 */
export const when = z.object({
  precision: z.enum(['exact', 'approx', 'range', 'unknown']),
  at: instant.nullable(),
  end: instant.nullable(),
  words: z.string().max(120),
  zone: z.string().max(64),
  /** a fractional index among events that have no time of their own, or the same one */
  order: z.string().max(64),
})
export type When = z.infer<typeof when>

export const WHEN_UNKNOWN: When = {
  precision: 'unknown',
  at: null,
  end: null,
  words: '',
  zone: 'UTC',
  order: '',
}
