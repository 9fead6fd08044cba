import type * as Y from 'yjs'
import type { LayerSnapshot } from '../api/boards.ts'
import type { UnsavedNote } from './copy-names.ts'
import type { LayerPlace } from './layer-place.ts'
import type { LocalCopy } from './local-copy.ts'
import type { Pulse } from './pulse.ts'

/** What a layer tells the board that it belongs to. */
export interface LayerEvents {
  /** the badge may say something else now */
  changed(): void
  saved(): void
  /** everything that the server had is here */
  synced(): void
  /** some of what was sent was not taken */
  refused(reason: string): void
  /** the server closed it for good */
  stopped(code: number): void
}

/** What a link stands on; a test brings its own. */
export interface LinkParts {
  readonly pulse: Pulse
  readonly url: string
  readonly Socket: typeof WebSocket
  /** the copy, loaded into `doc` */
  openCopy(place: LayerPlace, doc: Y.Doc): Promise<LocalCopy>
  note(place: LayerPlace): UnsavedNote
  /** the layer as the server has it; null when it cannot be had now */
  snapshot(place: LayerPlace): Promise<LayerSnapshot | null>
  /** is whoever opened this still who is signed in at this browser? */
  isStillMe(): boolean
}
