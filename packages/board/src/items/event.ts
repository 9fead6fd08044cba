import { bag, flag, maybe, text, value } from '../fields.ts'
import { source } from '../sources.ts'
import { WHEN_UNKNOWN, when } from '../when.ts'
import { defineItem, firstLine } from './define.ts'

export const EVENT_KINDS = [
  'background',
  'change',
  'system',
  'alert',
  'realisation',
  'hypothesis',
  'decision',
  'action',
  'coordination',
  'communication',
  'difficulty',
  'end',
] as const

/** What happened, when, and how we know. No field asks why (S003: "only what happened"). */
export const event = defineItem({
  type: 'event',
  noun: 'event',
  words: 'text',
  area: 'story',
  size: { w: 168, h: 44 },
  contains: false,
  fields: {
    when: value(when, WHEN_UNKNOWN),
    kind: maybe(EVENT_KINDS),
    sources: bag(source),
    /** dead ends stay: it seemed relevant then (DOMAIN section 4) */
    seemedRelevantThen: flag(),
    leaveOutOfRecord: flag(),
    text: text(),
    notes: text(),
  },
  describe: (e) => firstLine(e.text, 'an event'),
})
