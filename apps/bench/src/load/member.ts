import type { Board, SyncServer } from '../servers/sync-server.ts'
import { type Heard, Reader, type Speaker } from './dialect.ts'
import { RawSocket } from './raw-socket.ts'

const SYNC_MS = 60_000

const readers = new WeakMap<object, Reader>()

/** One person on a board by one socket. */
export class Member {
  readonly person: number
  readonly speaker: Speaker
  readonly #socket: RawSocket
  #heard: (heard: Heard, now: number, payload: Buffer) => void = () => undefined
  #closedWith: number | null = null
  /** resolves when the server has sent all there is; rejects when it hangs up before */
  readonly synced: Promise<void>

  private constructor(server: SyncServer, board: Board, person: number, session: number, socket: RawSocket) {
    this.person = person
    this.#socket = socket
    this.speaker = server.dialect.speaker(person, board.name, session)
    const reader = readers.get(server.dialect) ?? new Reader(server.dialect)
    readers.set(server.dialect, reader)
    this.synced = new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`${server.name}: not synced`)), SYNC_MS)
      socket.onClose((code) => {
        clearTimeout(late)
        this.#closedWith = code
        failed(new Error(`${server.name} closed the connection: ${code}`))
      })
      socket.onFrame((payload, now) => {
        const heard = reader.read(payload)
        this.#heard(heard, now, payload)
        if (!heard.isSynced) return
        clearTimeout(late)
        done()
      })
    })
    this.synced.catch(() => undefined)
  }

  /** Connected, and all asked for; `vector`: what it has already, as a Yjs state vector. */
  static async open(
    server: SyncServer,
    board: Board,
    person: number,
    vector: Uint8Array | null = null,
    session = 0,
  ): Promise<Member> {
    const socket = await RawSocket.open(board.seat(person))
    const member = new Member(server, board, person, session, socket)
    for (const message of member.speaker.hello(vector)) member.send(message)
    return member
  }

  /** The code with which the connection closed; null while it is open. */
  get closedWith(): number | null {
    return this.#closedWith
  }

  /** False while the server does not read what was sent. */
  get isDrained(): boolean {
    return this.#socket.isDrained
  }

  onHeard(heard: (heard: Heard, now: number, payload: Buffer) => void): void {
    this.#heard = heard
  }

  send(message: Uint8Array | string): void {
    if (typeof message === 'string') this.#socket.sendText(message)
    else this.#socket.send(message)
  }

  close(): void {
    this.#socket.terminate()
  }
}

/** The first `count` people on a board, all of them synced. */
export async function gather(server: SyncServer, board: Board, count: number): Promise<Member[]> {
  const members: Member[] = []
  for (let from = 0; from < count; from += 25) {
    const some = Array.from({ length: Math.min(25, count - from) }, (_, i) => from + i)
    members.push(...(await Promise.all(some.map((person) => Member.open(server, board, person)))))
  }
  await Promise.all(members.map((member) => member.synced))
  return members
}
