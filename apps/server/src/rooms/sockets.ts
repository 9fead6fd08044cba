import type { CloseCode } from '@second-story/protocol'
import type { ConnectionId, Effect, Kind, Session } from '@second-story/sync'
import type { Caller } from './access.ts'
import type { Frame } from './frame.ts'

/** What a room needs of a socket. */
export interface Line {
  /** takes a framed message (`frameOf`); false when it was left out: the reader is slow, and can do without */
  send(frame: Frame, kind: Kind): boolean
  /** what is sent from now on leaves in one go, at as many calls of `release` */
  hold(): void
  release(): void
  /** true once when there is room again after something was left out */
  hasRecovered(): boolean
  close(code: number, reason: string): void
}

/** One open socket in a room. */
export interface Attached {
  readonly line: Line
  /** kept to decide anew when access changes */
  readonly caller: Caller
  session: Session
}

/** The sockets of one room. */
export class Sockets {
  readonly attached = new Map<ConnectionId, Attached>()
  /** who missed presence because they read slowly */
  readonly #missed = new Set<ConnectionId>()

  /** Whoever is told something of their own may be told more: a write costs the same whatever it carries. */
  hold(effects: readonly Effect[]): readonly Line[] {
    if (effects.length < 2) return []
    const lines: Line[] = []
    for (const effect of effects) {
      if (effect.type !== 'send' || effect.to.length !== 1) continue
      const line = this.attached.get(effect.to[0] as ConnectionId)?.line
      if (line === undefined) continue
      line.hold()
      lines.push(line)
    }
    return lines
  }

  send(to: readonly ConnectionId[], frame: Frame, kind: Kind): void {
    for (const id of to) if (this.attached.get(id)?.line.send(frame, kind) === false) this.#missed.add(id)
  }

  /** Those who missed something and have room again; each is named once. */
  recovered(): ConnectionId[] {
    const recovered = [...this.#missed].filter((id) => this.attached.get(id)?.line.hasRecovered() ?? true)
    for (const id of recovered) this.#missed.delete(id)
    return recovered
  }

  hangUp(id: ConnectionId, code: number, reason: string): void {
    const attached = this.attached.get(id)
    this.attached.delete(id)
    attached?.line.close(code, reason)
  }

  hangUpAll({ code, id: reason }: CloseCode): void {
    for (const id of [...this.attached.keys()]) this.hangUp(id, code, reason)
    this.#missed.clear()
  }
}
