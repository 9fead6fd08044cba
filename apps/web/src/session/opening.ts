import type { LayerName } from '@second-story/board'
import { CLOSE, mayRead, type PresenceUser, type Role } from '@second-story/protocol'
import { getBoard, renameBoard, setInstructions, setStage } from '../api/boards.ts'
import { ApiError, request } from '../api/request.ts'
import { lookForVersion } from '../offline/version-watch.ts'
import { linkPresence, type PresenceLink } from '../presence/presence-link.ts'
import { beforeReload } from './before-reload.ts'
import type { BoardSession, Kept, Me, Saved } from './board-session.ts'
import { Cell } from './cell.ts'
import { Confirming } from './confirming.ts'
import { clearCopy, copyName, unsavedOn } from './copy-names.ts'
import { askIdentity, type Identity } from './identity.ts'
import { askToKeep } from './keep-storage.ts'
import { LayerLink } from './layer-link.ts'
import { LeaveGuard } from './leave-guard.ts'
import type { LayerEvents, LinkParts } from './link-parts.ts'
import { OpenBoard } from './open-board.ts'
import { watchPage } from './page-life.ts'
import { type EarlySnapshots, pageParts } from './page-parts.ts'
import { pagePulse } from './pulse.ts'
import { savedState } from './saved-state.ts'
import { ServerClock } from './server-clock.ts'
import { type StopWords, stopWords } from './stop-words.ts'
import { wipeBoard } from './wipe-board.ts'

/** The badge looks at the clock this often, to say "retrying" and "offline" in time. */
const LOOK_EVERY_MS = 2_000
/** A first visit waits this long for the board's content before it shows an empty one that fills. */
const CONTENT_WITHIN_MS = 12_000

/** The documents that connect with every board. */
export const ALWAYS: readonly LayerName[] = ['common', 'conduct']
const BY_ROLE: readonly ('own' | 'agents')[] = ['own', 'agents']

function layersFor(role: Role): readonly LayerName[] {
  return [...ALWAYS, ...BY_ROLE.filter((layer) => mayRead(layer, role, true))]
}

/** All that one open board holds on to, and the one place that decides what the badge says. */
export class Opening {
  readonly #identity: Identity
  readonly #asking: Promise<Identity>
  #parts: LinkParts
  #openedAt = pagePulse.now()
  readonly #links = new Map<LayerName, LayerLink>()
  readonly #me: Cell<Me>
  readonly #saved = new Cell<Saved>({ state: 'connecting' })
  readonly #ready = new Cell(false)
  readonly #copy: Cell<Kept>
  #isSensitive = false
  readonly #synced = new Set<LayerName>()
  readonly #guard = new LeaveGuard(window)
  readonly #clock = new ServerClock(pagePulse, async () => {
    return (await request<{ now: number }>('GET', '/api/time')).now
  })
  readonly #stops: (() => void)[] = []
  #confirming: Confirming | null = null
  #savedAt: number | null = null
  #stopped: Extract<Saved, { state: 'stopped' }> | null = null
  #session: OpenBoard | null = null
  /** nobody looks at it any more; it stays connected until all is saved */
  #isLeft = false
  #isForgotten = false

  constructor(identity: Identity, asking: Promise<Identity>, early: EarlySnapshots, keeps: boolean) {
    const { account, board } = identity
    this.#identity = identity
    this.#asking = asking
    this.#parts = pageParts(account.id, keeps, early)
    this.#copy = new Cell<Kept>(keeps ? 'kept' : 'off')
    const { id, name, colour } = account
    this.#me = new Cell<Me>({ account: id, name, colour, role: board.role })
  }

  async open(): Promise<BoardSession> {
    const { board, isConfirmed } = this.#identity
    const links = await Promise.all(layersFor(board.role).map((layer) => this.#link(layer)))
    for (const link of links) this.#links.set(link.layer, link)
    const common = this.#links.get('common')
    if (!common) throw new Error('a board without a common document')
    if (!isConfirmed && !common.isFilled) {
      for (const link of links) void link.close()
      // nothing is here to show: the server has to answer
      const identity = await this.#asking
      return await new Opening(identity, this.#asking, new Map(), !identity.board.sensitive).open()
    }
    const presence = linkPresence(common, this.#me.get().account)
    presence.onSelf((user) => this.#isSelf(user))
    if (isConfirmed) await this.#start(links)
    else this.#confirm()
    if (this.#isFilled) this.#ready.set(true)
    this.#watch()
    this.#session = this.#board(common, presence)
    this.#look()
    return this.#session
  }

  #board(common: LayerLink, presence: PresenceLink): OpenBoard {
    return new OpenBoard({
      board: this.#identity.board.id,
      sample: null,
      me: this.#me,
      people: presence.people,
      awareness: common.awareness,
      saved: this.#saved,
      ready: this.#ready,
      copy: this.#copy,
      docs: new Map([...this.#links].map(([layer, link]) => [layer, link.doc])),
      now: () => this.#clock.now(),
      conduct: (change) => this.#conduct(change),
      startOver: null,
      retry: () => this.#wake(),
      forget: () => this.#forget(),
      close: () => this.#leave(presence),
    })
  }

  #watch(): void {
    const all = (work: (link: LayerLink) => void) => (): void => {
      for (const link of this.#links.values()) work(link)
    }
    const timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
    void this.#clock.measure()
    this.#stops.push(
      () => clearInterval(timer),
      () => this.#guard.set(false),
      () => this.#confirming?.stop(),
      beforeReload(() => this.#putAway()),
      watchPage({
        wake: () => this.#wake(),
        lost: all((link) => link.lost()),
        rest: all((link) => link.rest()),
        resume: all((link) => link.resume()),
      }),
    )
  }

  #wake(): void {
    this.#confirming?.wake()
    for (const link of this.#links.values()) link.wake()
  }

  /** Connects. What people look at first is waited for where this browser had nothing of it. */
  async #start(links: readonly LayerLink[]): Promise<void> {
    const wanted = links.filter((link) => ALWAYS.includes(link.layer) && !link.isFilled)
    const started = new Map(links.map((link) => [link, link.start()]))
    await Promise.race([Promise.all(wanted.map((link) => started.get(link))), after(CONTENT_WITHIN_MS)])
  }

  /** The board was opened from memory: nothing is sent before the server says who we are. */
  #confirm(): void {
    const heard = {
      yes: (identity: Identity) => this.#confirmed(identity),
      no: (error: unknown) => this.#denied(error),
      silence: () => {
        // not "connecting": that was tried
        this.#openedAt = Number.NEGATIVE_INFINITY
        this.#look()
      },
    }
    const ask = (): Promise<Identity> => askIdentity(this.#identity.board.id)
    this.#confirming = new Confirming(this.#asking, ask, heard, pagePulse)
  }

  #confirmed({ account, board }: Identity): void {
    if (account.id !== this.#identity.account.id) {
      this.#stop({ why: 'sign-in', words: 'Somebody else is signed in at this browser now.' })
      return
    }
    this.#becomes(board.role, account.name)
    this.#isSensitive = board.sensitive
    void this.#start([...this.#links.values()])
  }

  #denied(error: unknown): void {
    const status = error instanceof ApiError ? error.status : 0
    const close = status === 401 ? CLOSE.signIn : status === 403 ? CLOSE.noAccess : CLOSE.noBoard
    const words = stopWords(close.code)
    if (words) this.#stop(words)
  }

  get #unsaved(): number {
    return [...this.#links.values()].reduce((sum, link) => sum + link.marks.unsaved, 0)
  }

  get #isFilled(): boolean {
    return ALWAYS.every((layer) => this.#links.get(layer)?.isFilled)
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
        // one got through: the server is there for the others as well, and may be a newer one
        for (const link of this.#links.values())
          if (link.layer !== layer && !link.marks.connected) link.wake()
        if (layer === 'common') lookForVersion()
      },
      refused: (reason) => this.#refused(reason),
      stopped: (code) => this.#closed(layer, code),
    }
    const { account, board } = this.#identity
    return LayerLink.open({ board: board.id, account: account.id, layer }, events, this.#parts)
  }

  /** What the badge says now; asked after every change and every few seconds. */
  #look(): void {
    if (this.#links.size === 0 || this.#isForgotten) return
    this.#clock.check()
    const links = [...this.#links.values()]
    const layers = links.map(({ marks, copy }) => ({
      unsaved: marks.unsaved,
      connected: marks.connected,
      settled: marks.settled,
      oldest: marks.oldest,
      isKept: copy.state === 'keeping',
    }))
    const facts = { layers, savedAt: this.#savedAt, openedAt: this.#openedAt, stopped: this.#stopped }
    const next = savedState(facts, pagePulse.now())
    if (JSON.stringify(next) !== JSON.stringify(this.#saved.get())) this.#saved.set(next)
    if (next.state === 'offline' && next.changes > 0) askToKeep()
    if (this.#copy.get() !== 'off') this.#copy.set(keptOf(links))
    if (this.#mustLetGo) void this.#letGo()
    this.#guard.set(this.#unsaved > 0)
    if (this.#isLeft && this.#unsaved === 0) this.#close()
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
      const { role } = await getBoard(this.#identity.board.id)
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
    if (this.#stopped) return
    const unsaved = this.#unsaved
    this.#stopped = { state: 'stopped', ...words, unsaved }
    this.#look()
    // removed, and nothing waits: the copy goes now; otherwise once the person has been asked
    const isGone = words.why === 'no-access' || words.why === 'no-board'
    if (isGone && unsaved === 0) void this.#forget()
    // nobody is there to be asked, and coming back to the board asks
    else if (this.#isLeft) this.#close()
  }

  #isSelf({ account, role, name, colour }: PresenceUser): void {
    // the colour that others see here: another than one's own where somebody present has that
    if (account === this.#me.get().account) this.#becomes(role, name, colour)
    else this.#stop({ why: 'sign-in', words: 'Somebody else is signed in at this browser now.' })
  }

  #becomes(role: Role, name: string, colour = this.#me.get().colour): void {
    const me = this.#me.get()
    if (me.role === role && me.name === name && me.colour === colour) return
    this.#me.set({ ...me, role, name, colour })
    void this.#follow(layersFor(role))
  }

  async #follow(wanted: readonly LayerName[]): Promise<void> {
    for (const [layer, link] of [...this.#links]) {
      if (wanted.includes(layer)) continue
      this.#links.delete(layer)
      this.#session?.removeLayer(layer)
      // what did not arrive stays in this browser, should the role come back
      if (link.marks.unsaved > 0) void link.close()
      else void this.#remove(link)
    }
    for (const layer of wanted) {
      if (this.#links.has(layer)) continue
      const link = await this.#link(layer)
      if (this.#isLeft || this.#isForgotten || !layersFor(this.#me.get().role).includes(layer)) {
        void link.close()
        continue
      }
      this.#links.set(layer, link)
      this.#session?.addLayer(layer, link.doc)
      void link.start()
    }
    this.#look()
  }

  /** Before the page loads anew: everything written down, and no question asked where nothing would be lost. */
  async #putAway(): Promise<void> {
    const links = [...this.#links.values()]
    const kept = await Promise.all(
      links.map(async (link) => (await link.copy.flush()) || link.marks.unsaved === 0),
    )
    if (kept.every(Boolean)) this.#guard.set(false)
  }

  async #remove(link: LayerLink): Promise<void> {
    link.drop()
    const { account, board } = this.#identity
    await clearCopy(copyName(account.id, board.id, link.layer))
  }

  /** The board became sensitive while it is open, and nothing waits any more in this browser's copy of it. */
  get #mustLetGo(): boolean {
    const isSensitive = this.#isSensitive || (this.#session?.live.snapshot.conduct.sensitive ?? false)
    if (!isSensitive || this.#copy.get() === 'off' || this.#unsaved > 0) return false
    const { account, board } = this.#identity
    return unsavedOn(account.id, board.id) === 0
  }

  async #letGo(): Promise<void> {
    const { account, board } = this.#identity
    this.#copy.set('off')
    this.#parts = pageParts(account.id, false, new Map())
    for (const link of this.#links.values()) link.copy.letGo()
    await wipeBoard(account.id, board.id)
  }

  async #forget(): Promise<void> {
    this.#isForgotten = true
    this.#guard.set(false)
    for (const link of this.#links.values()) link.drop()
    const { account, board } = this.#identity
    await wipeBoard(account.id, board.id)
  }

  /** Nobody looks at it any more. What is not saved yet keeps its connection until it is, or until the page goes. */
  #leave(presence: PresenceLink): void {
    this.#isLeft = true
    presence.close()
    if (this.#unsaved === 0 || this.#stopped) this.#close()
  }

  #close(): void {
    for (const stop of this.#stops.splice(0)) stop()
    const links = [...this.#links.values()]
    this.#links.clear()
    if (this.#isForgotten) return
    for (const link of links) void link.close()
  }

  async #conduct(change: Parameters<BoardSession['conduct']>[0]): Promise<void> {
    if (change.title !== undefined) await renameBoard(this.#identity.board.id, change.title)
    if (change.stage !== undefined) await setStage(this.#identity.board.id, change.stage)
    if (change.instructions) await setInstructions(this.#identity.board.id, change.instructions)
  }
}

function keptOf(links: readonly LayerLink[]): Kept {
  const states = links.map((link) => link.copy.state)
  if (states.includes('none')) return 'none'
  return states.includes('failing') ? 'failing' : 'kept'
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
