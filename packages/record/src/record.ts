import type { BoardKind, ItemId, Part, ProseBlock, ProseRun } from '@second-story/board'

/** Words of one line; bold and italic, no links unless people typed them. */
export type Words = readonly ProseRun[]

/** The written outcome of a board, as plain values: rendered on the screen, as Markdown, as HTML and as JSON. */
export interface WrittenRecord {
  readonly title: string
  readonly kind: BoardKind
  /** IANA zone of every time in it */
  readonly zone: string
  /** "31 January 2017, 17:20 to 1 February 2017, 18:00"; null where no event has a time */
  readonly dates: string | null
  /** "All times in Europe/Berlin (GMT+1)." */
  readonly times: string
  readonly sections: readonly Section[]
  /** where things are known from, numbered from 1 in the order in which the record first cites them */
  readonly sources: readonly RecordSource[]
}

export type SectionKey =
  | 'summary'
  | 'impact'
  | 'system'
  | 'description'
  | 'timeline'
  | 'factors'
  | 'harder'
  | 'helped'
  | 'surprises'
  | 'learnt'
  | 'questions'
  | 'parked'
  | 'comments'

export interface Section {
  readonly key: SectionKey
  readonly title: string
  /** written by people together, not composed: the key names the prose that holds it */
  readonly byHand: boolean
  /** none: the section says `NONE_WRITTEN` */
  readonly blocks: readonly RecordBlock[]
}

export const NONE_WRITTEN = 'None written, and that is fine.'

export type RecordBlock =
  | { readonly block: 'prose'; readonly prose: readonly ProseBlock[] }
  /** the slot of a picture; what it shows follows as text */
  | { readonly block: 'picture'; readonly picture: 'system' | 'story'; readonly words: string }
  | { readonly block: 'groups'; readonly groups: readonly Group[] }
  | { readonly block: 'timeline'; readonly days: readonly Day[] }
  | { readonly block: 'questions'; readonly questions: readonly Line[] }

export interface Group {
  /** null: one list without a heading */
  readonly title: string | null
  /** whose icon and colour it has, if any */
  readonly part: Part | null
  readonly lines: readonly Line[]
}

/** One line of a list: an item of the board, or a sentence about several. */
export interface Line {
  /** the item it stands for, so that a screen can lead there; null for a sentence about an arrow */
  readonly item: ItemId | null
  readonly words: Words
  /** said more quietly behind: "fed into …", "Primary", "still there" */
  readonly details: readonly Words[]
  /** longer words of people, paragraphs apart by an empty line; '' where there are none */
  readonly notes: string
  /** stamps: "luck", "went well", "surprise" */
  readonly stamps: readonly string[]
  /** numbers of `sources` */
  readonly sources: readonly number[]
  /** passages of the sources, quoted */
  readonly excerpts: readonly string[]
}

export interface Day {
  /** "31 January 2017"; null before the first event with a time */
  readonly title: string | null
  readonly entries: readonly TimelineLine[]
}

export interface TimelineLine extends Line {
  /** `~14:05`, `[23:00 – 23:30]`, `“after 23:30”` */
  readonly when: string
  /** the time is in somebody's words */
  readonly quoted: boolean
}

export interface RecordSource {
  readonly number: number
  /** "chat", "log", "from memory" … as people see it */
  readonly kind: string
  readonly title: string
  readonly url: string | null
}
