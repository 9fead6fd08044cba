import { type About, aboutOf, type BoardSnapshot, type Thread } from '@second-story/board'
import { say } from './words.ts'

/** What a thread is about: "On “orders”". */
export function sayAbout(about: Pick<About, 'isGone' | 'name'>): string {
  if (about.name === '') return say.placeOnMap
  return about.isGone ? say.goneItem(about.name) : say.onItem(about.name)
}

/** A thread in one line, for a list that is read aloud. */
export function sayThread(thread: Thread, board: BoardSnapshot): string {
  const where = sayAbout(aboutOf(thread.on, board))
  const words = say.threadBy(thread.first.by, where, oneLine(thread.first.text))
  return thread.answers.length === 0 ? words : `${words} (${say.answers(thread.answers.length)})`
}

export function oneLine(text: string, most = 120): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}

/** `14:05` today, else `21 Nov, 14:05`. */
export function sayAt(at: number, now: number): string {
  const time = new Date(at)
  const clock = time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (time.toDateString() === new Date(now).toDateString()) return clock
  const day = time.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
  const year = time.getFullYear() === new Date(now).getFullYear() ? '' : ` ${time.getFullYear()}`
  return `${day}${year}, ${clock}`
}
