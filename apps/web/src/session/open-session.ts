import type { LayerName } from '@second-story/board'
import { type Account, type Board, CLOSE, mayRead, type Role } from '@second-story/protocol'
import { whoAmI } from '../api/accounts.ts'
import { getBoard, renameBoard, setStage } from '../api/boards.ts'
import { ApiError } from '../api/request.ts'
import { linkPresence } from '../presence/presence-link.ts'
import type { BoardSession, Me, Saved } from './board-session.ts'
import { Cell } from './cell.ts'
import { type LayerEvents, LayerLink } from './layer-link.ts'
import { OpenBoard } from './open-board.ts'
import { savedState } from './saved-state.ts'
import { measureOffset } from './server-time.ts'
import { type StopWords, stopWords } from './stop-words.ts'

/** The badge looks at the clock this often, to say "retrying" and "offline" in time. */
const LOOK_EVERY_MS = 2_000

const ALWAYS: readonly LayerName[] = ['common', 'conduct']
const BY_ROLE: readonly ('own' | 'agents')[] = ['own', 'agents']

/** Opens a board on the server. Rejects with an `ApiError` when it cannot be opened. */
export async function openSession(id: string): Promise<BoardSession> {
  const [account, board, offset] = await Promise.all([whoAmI(), getBoard(id), measureOffset()])
  if (!account) throw new ApiError('sign-in', 'Sign in to go on.', 401)
  const opening = new Opening(account, board, offset)
  return await opening.open()
}

function layersFor(role: Role): readonly LayerName[] {
  return [...ALWAYS, ...BY_ROLE.filter((layer) => mayRead(layer, role, true))]
}

/** All that one open board holds on to, and the one place that decides what the badge says. */
class Opening {
  readonly #account: Account
  readonly #board: Board
  readonly #offset: number
  readonly #openedAt = Date.now()
  readonly #links = new Map<LayerName, LayerLink>()
  readonly #me: Cell<Me>
  readonly #saved = new Cell<Saved>({ state: 'connecting' })
  readonly #ready = new Cell(false)
  readonly #synced = new Set<LayerName>()
  #savedAt: number | null = null
  #stopped: Extract<Saved, { state: 'stopped' }> | null = null
  #session: OpenBoard | null = null
  #isClosed = false
  #isForgotten = false

  constructor(account: Account, board: Board, offset: number) {
    this.#account = account
    this.#board = board
    this.#offset = offset
    const { id, name, colour } = account
    this.#me = new Cell<Me>({ account: id, name, colour, role: board.role })
  }

  async open(): Promise<BoardSession> {
    const links = await Promise.all(layersFor(this.#board.role).map((layer) => this.#link(layer)))
    for (const link of links) this.#links.set(link.layer, link)
    const common = this.#links.get('common')
    if (!common) throw new Error('a board without a common document')
    const presence = linkPresence(common.awareness)
    presence.onSelf(({ role, name }) => this.#becomes(role, name))
    if (ALWAYS.every((layer) => this.#links.get(layer)?.isFilled)) this.#ready.set(true)

    const timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
    const leaving = (event: BeforeUnloadEvent): void => {
      if (this.#unsaved > 0 && !this.#isForgotten) event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    this.#session = new OpenBoard({
      board: this.#board.id,
      sample: null,
      me: this.#me,
      people: presence.people,
      awareness: common.awareness,
      saved: this.#saved,
      ready: this.#ready,
      docs: new Map(links.map((link) => [link.layer, link.doc])),
      now: () => Date.now() + this.#offset,
      conduct: (change) => this.#conduct(change),
      startOver: null,
      forget: async () => {
        this.#isForgotten = true
        await Promise.all([...this.#links.values()].map((link) => link.forget()))
      },
      close: () => {
        this.#isClosed = true
        clearInterval(timer)
        window.removeEventListener('beforeunload', leaving)
        presence.close()
        for (const link of this.#links.values()) void link.close()
      },
    })
    return this.#session
  }

  get #unsaved(): number {
    return [...this.#links.values()].reduce((sum, link) => sum + link.marks.unsaved, 0)
  }

  #link(layer: LayerName): Promise<LayerLink> {
    const events: LayerEvents = {
      changed: () => this.#look(),
      saved: () => {
        this.#savedAt = Date.now()
        this.#look()
      },
      synced: () => {
        this.#synced.add(layer)
        if (ALWAYS.every((one) => this.#synced.has(one))) this.#ready.set(true)
      },
      refused: (reason) => this.#refused(reason),
      stopped: (code) => this.#closed(layer, code),
    }
    return LayerLink.open({ board: this.#board.id, account: this.#account.id, layer }, events)
  }
  /** What the badge says now; asked after every change and every few seconds. */
  #look(): void {
    if (this.#isClosed || this.#links.size === 0) return
    const layers = [...this.#links.values()].map((link) => link.marks)
    const facts = { layers, savedAt: this.#savedAt, openedAt: this.#openedAt, stopped: this.#stopped }
    const next = savedState(facts, Date.now())
    if (JSON.stringify(next) !== JSON.stringify(this.#saved.get())) this.#saved.set(next)
  }

  #closed(layer: LayerName, code: number): void {
    // a layer that went with a role is not the board: ask what this person is now
    if (!ALWAYS.includes(layer) && code === CLOSE.noAccess.code) {
      void this.#askRole(code)
      return
    }
    const words = stopWords(code)
    if (words) this.#stop(words)
  }

  async #askRole(code: number): Promise<void> {
    try {
      const { role } = await getBoard(this.#board.id)
      this.#becomes(role, this.#me.get().name)
    } catch {
      const words = stopWords(code)
      if (words) this.#stop(words)
    }
  }

  // a role that changed meanwhile: the copy here has gone its own way
  #refused(reason: string): void {
    const words =
      reason === 'reader'
        ? 'You may read this board now, not change it.'
        : 'The server did not take a change from this page.'
    this.#stop({ why: 'read-only', words })
  }

  #stop(words: StopWords): void {
    if (this.#stopped || this.#isClosed) return
    const unsaved = this.#unsaved
    this.#stopped = { state: 'stopped', ...words, unsaved }
    this.#look()
    // removed, and nothing waits: the copy goes now; otherwise once the person has been asked
    const isGone = words.why === 'no-access' || words.why === 'no-board'
    if (isGone && unsaved === 0) void this.#session?.forget()
  }

  #becomes(role: Role, name: string): void {
    const me = this.#me.get()
    if (me.role === role && me.name === name) return
    this.#me.set({ ...me, role, name })
    void this.#follow(layersFor(role))
  }

  async #follow(wanted: readonly LayerName[]): Promise<void> {
    for (const [layer, link] of [...this.#links]) {
      if (wanted.includes(layer)) continue
      this.#links.delete(layer)
      this.#session?.removeLayer(layer)
      // what did not arrive stays in this browser, should the role come back
      void (link.marks.unsaved > 0 ? link.close() : link.forget())
    }
    for (const layer of wanted) {
      if (this.#links.has(layer)) continue
      const link = await this.#link(layer)
      if (this.#isClosed || !layersFor(this.#me.get().role).includes(layer)) {
        void link.close()
        continue
      }
      this.#links.set(layer, link)
      this.#session?.addLayer(layer, link.doc)
    }
    this.#look()
  }

  async #conduct(change: Parameters<BoardSession['conduct']>[0]): Promise<void> {
    if (change.title !== undefined) await renameBoard(this.#board.id, change.title)
    if (change.stage !== undefined) await setStage(this.#board.id, change.stage)
  }
}
