import type {
  Applied,
  BoardSnapshot,
  Command,
  History,
  Instructions,
  ItemId,
  LayerName,
  LiveBoard,
  RelationId,
  Stage,
} from '@second-story/board'
import type { Role } from '@second-story/protocol'
import type { MakeId } from '@second-story/std'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { People } from '../presence/people.ts'
import type { Cell } from './cell.ts'

/** Who is at this browser, and what they may do here. */
export interface Me {
  readonly account: string
  readonly name: string
  /** 1 to 6: `--who-n`, as others see this person here */
  readonly colour: number
  readonly role: Role
}

/** What the badge says; it never says Saved before everything is on the server's disk. */
export type Saved =
  | { readonly state: 'saved'; readonly at: number | null }
  | { readonly state: 'saving' }
  /** the page has just opened */
  | { readonly state: 'connecting' }
  /** `isKept`: would the changes still be in this browser after a reload? */
  | { readonly state: 'offline'; readonly changes: number; readonly isKept: boolean }
  | { readonly state: 'retrying'; readonly changes: number; readonly isKept: boolean }
  /** a sample: kept in this browser, never sent */
  | { readonly state: 'here-only' }
  /** the server will not have us (removed, deleted, refused content); `words` say what is safe and what to do */
  | {
      readonly state: 'stopped'
      readonly words: string
      readonly why: StopReason
      /** changes that the server does not have */
      readonly unsaved: number
    }

/** `kept`: edits survive a reload · `none`: a private window, or storage denied · `failing`: a full disk · `off`: the board asks for it */
export type Kept = 'kept' | 'none' | 'failing' | 'off'

/** Why a board does not come back by itself; the banner offers what helps. */
export type StopReason = 'sign-in' | 'no-access' | 'no-board' | 'reload' | 'refused' | 'read-only'

/** One open board: documents, the live view, undo, presence. Made by `openSession` or `openSample`. */
export interface BoardSession {
  readonly board: string
  /** a sample's name, where this is one: no server, no others */
  readonly sample: string | null
  readonly me: Cell<Me>
  readonly live: LiveBoard
  readonly history: History
  readonly people: People
  /** for text editors that show carets; null on a sample */
  readonly awareness: Awareness | null
  readonly saved: Cell<Saved>
  /** true once everything the server (or this browser) had is in the documents */
  readonly ready: Cell<boolean>
  readonly makeId: MakeId
  /** server time, ms since 1970, with the measured offset */
  now(): number
  /** applies commands as one undo step; a refusal is told to the person in a toast and changes nothing */
  run(commands: readonly Command[], words?: string, stroke?: object): Applied
  /** parses and runs plain values: `do([{do:'add', …}])`; those that follow each other in one `stroke` are one step */
  do(commands: readonly unknown[], words?: string, stroke?: object): Applied
  undo(): void
  redo(): void
  /** may this person write what everybody reads? */
  mayWrite(): boolean
  /** may this person conduct the gathering? */
  mayFacilitate(): boolean
  layer(name: LayerName): Y.Doc | undefined
  /** the shared text of an item (`text` or `notes`) for an editor to bind to */
  text(id: ItemId, field: 'text' | 'notes'): Y.Text | null
  prose(section: string): Y.XmlFragment | null
  /** changes the title, the stage or what is told to whoever facilitates, for everybody; rejects with words when the server does not take it */
  conduct(change: {
    readonly title?: string
    readonly stage?: Stage
    readonly instructions?: Instructions
  }): Promise<void>
  /** what this browser keeps of the board for a time without the server */
  readonly copy: Cell<Kept>
  /** a sample, from the beginning again; null on a real board */
  readonly startOver: (() => Promise<void>) | null
  /** tries to connect now instead of when its turn comes; does nothing on a sample */
  retry(): void
  /** forgets this browser's copy of the board */
  forget(): Promise<void>
  close(): void
}

/** What is selected on this screen; never in the document. */
export interface Selection {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

export type { BoardSnapshot }
