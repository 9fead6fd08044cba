import type { Room, RoomEvent } from '@second-story/sync'
import type { Folded } from '../off-thread/fold.ts'
import type { LayerOnDisk } from './layer-on-disk.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'
import { Turns } from './turns.ts'

const FORGET_ATTEMPTS = 50

/** Makes one snapshot of updates, oldest first. */
export type FoldLog = (updates: readonly Uint8Array[]) => Promise<Folded>

export interface FoldingTools {
  /** may take long, and does not hold up the rooms */
  readonly fold: FoldLog
  readonly meter: Meter
  readonly log: Log
}

/** What a folder needs of its room. */
export interface FoldedRoom {
  readonly machine: Pick<Room, 'head' | 'accepted' | 'storedUpdates'>
  dispatch(event: RoomEvent): void
  /** everybody begins anew with what is stored */
  reload(reason: string): void
  /** resolves when the first `needs` additions are on disk */
  stored(needs: number): Promise<void>
  /** lets go of the server's own document */
  dropHand(): void
}

/** Folds the log of one layer (SPEC.md rule 10); compaction and forgetting never overlap. */
export class Folder {
  readonly #room: FoldedRoom
  readonly #disk: LayerOnDisk
  readonly #around: FoldingTools
  readonly #turns = new Turns()

  constructor(room: FoldedRoom, disk: LayerOnDisk, around: FoldingTools) {
    this.#room = room
    this.#disk = disk
    this.#around = around
  }

  /** Puts a snapshot in the place of the log; answers the room's `compact`. */
  compact(): Promise<void> {
    return this.#turns.run(() => this.#compact())
  }

  async #compact(): Promise<void> {
    const through = this.#room.machine.head
    const began = performance.now()
    try {
      const folded = await this.#around.fold(this.#room.machine.storedUpdates)
      this.#around.meter.folded(performance.now() - began)
      const { snapshot, digest } = folded
      if (await this.#disk.compact({ ...folded, through }))
        this.#room.dispatch({ type: 'compacted', snapshot, digest, through })
      else await this.#takeOthers()
    } catch (error) {
      const { board, layer } = this.#disk
      this.#around.log.error({ board, layer, error: String(error) }, 'compaction failed')
      this.#room.dispatch({ type: 'compact-failed' })
    }
  }

  /** Another node was faster: its snapshot holds as much. */
  async #takeOthers(): Promise<void> {
    this.#room.dispatch({ type: 'compact-failed' })
    const stored = await this.#disk.readAfter(-1)
    if (stored === null) this.#room.reload('replaced')
    else this.#room.dispatch({ type: 'caught-up', stored })
  }

  /** Rewrites the layer from its present document: what was deleted in it leaves the disk and this process. */
  forget(): Promise<void> {
    return this.#turns.run(() => this.#forget())
  }

  async #forget(): Promise<void> {
    const { machine } = this.#room
    for (let attempt = 0; attempt < FORGET_ATTEMPTS; attempt++) {
      await this.#room.stored(machine.accepted)
      const through = machine.head
      const folded = await this.#around.fold(machine.storedUpdates)
      // false when more was appended meanwhile: it may build on what is to go, so all is read again
      if (!(await this.#disk.replace({ ...folded, through }))) continue
      const { snapshot, digest } = folded
      this.#room.dispatch({ type: 'compacted', snapshot, digest, through, epoch: this.#disk.epoch })
      this.#room.dropHand()
      return
    }
    throw new Error(`the layer ${this.#disk.layer} kept changing while it was to be forgotten`)
  }
}
