import { CLOSE, formatLayer, type LayerRef } from '@second-story/protocol'
import type { Caller } from './access.ts'
import type { Coloured } from './board-colours.ts'
import { LearningTurns } from './learning-turns.ts'
import type { Surroundings } from './live-room.ts'
import { LiveRoom } from './live-room.ts'

/** The rooms that are in memory, by board and layer. */
export class Registry {
  readonly #boards = new Map<string, Map<string, LiveRoom>>()
  #accessVersion = 0
  readonly #around: Surroundings

  constructor(around: Omit<Surroundings, 'rest' | 'learning'>) {
    const learning = new LearningTurns()
    this.#around = { ...around, learning, rest: (room) => this.#remove(room) }
  }

  /** The room of a layer if it is in memory; `layer` as `formatLayer` writes it. */
  find(board: string, layer: string): LiveRoom | undefined {
    return this.#boards.get(board)?.get(layer)
  }

  /** The room of a layer, loading it when it was not in memory. */
  room(board: string, ref: LayerRef): LiveRoom {
    const layer = formatLayer(ref)
    const found = this.#boards.get(board)?.get(layer)
    if (found !== undefined) return found
    const room = new LiveRoom(board, ref, this.#around)
    const layers = this.#boards.get(board) ?? new Map<string, LiveRoom>()
    this.#boards.set(board, layers.set(layer, room))
    this.#around.nodes.opened(room)
    // whoever needs the layer asks for the same promise and hears of the failure; it is logged there
    room.load().catch(() => undefined)
    return room
  }

  ofBoard(board: string): LiveRoom[] {
    return [...(this.#boards.get(board)?.values() ?? [])]
  }

  /** Whoever is connected to any layer of a board, one a connection, in the colour that they show there. */
  people(board: string): Caller[] {
    return this.ofBoard(board).flatMap((room) => [...room.attached.values()].map(({ caller }) => caller))
  }

  /** Whoever is on a board by way of other nodes, in the colour that they show there; as far as it is open here. */
  elsewhere(board: string): readonly Coloured[] {
    return this.#boards.get(board)?.get('common')?.machine.peopleElsewhere ?? []
  }

  all(): LiveRoom[] {
    return [...this.#boards.values()].flatMap((layers) => [...layers.values()])
  }

  #remove(room: LiveRoom): void {
    const layers = this.#boards.get(room.board)
    if (layers?.get(room.layer) !== room) return
    layers.delete(room.layer)
    if (layers.size > 0) return
    this.#boards.delete(room.board)
    this.#around.nodes.closed(room.board)
  }

  /** Ends every room of a board. */
  endBoard(board: string): void {
    for (const room of this.ofBoard(board)) {
      room.end(CLOSE.noBoard)
      this.#remove(room)
    }
  }

  /** Grows with every change of access: an answer from before a change is looked up again. */
  get accessVersion(): number {
    return this.#accessVersion
  }

  accessChanged(): void {
    this.#accessVersion++
  }
}
