import type { Version } from '@second-story/protocol'
import { sayTime } from './say-time.ts'

/** What a version is called: its name, or its time. */
export function titleOf(version: Version, now: number): string {
  return version.title ?? sayTime(version.at, now)
}

/** Below the title: what changed since the one before, else what is on it. */
export function aboutVersion(version: Version, now: number): string {
  const parts = [
    ...(version.title ? [sayTime(version.at, now)] : []),
    ...(version.kind === 'before-restore' ? ['kept before going back'] : []),
    version.changes.length > 0 ? sayChanges(version.changes) : sayCounts(version.counts),
  ]
  return parts.join(' · ')
}

/** "3 factors added, “payment” renamed to “payments” and more" */
export function sayChanges(changes: readonly string[], most = 4): string {
  if (changes.length === 0) return 'nothing to see'
  const shown = changes.slice(0, most).join(', ')
  return changes.length > most ? `${shown} and more` : shown
}

function sayCounts({ components, factors, events, arrows }: Version['counts']): string {
  const some = [
    count(components, 'component'),
    count(factors, 'factor'),
    count(events, 'event'),
    count(arrows, 'arrow'),
  ].filter((words) => words !== '')
  return some.length > 0 ? some.join(', ') : 'nothing drawn yet'
}

function count(n: number, noun: string): string {
  return n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}`
}
