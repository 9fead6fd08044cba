import { randomBytes } from 'node:crypto'
import { createClient } from 'redis'
import type { Bus } from './bus.ts'
import { Topics } from './topics.ts'

const CONNECT_MS = 5000
/** a line that went dead without a word is noticed after this long */
const PING_EVERY_MS = 5000
const SILENT_MS = 15_000
const FIRST_TRIES = 5
const TRY_AGAIN_MS = 500
const TRY_AGAIN_LONGEST_MS = 5000
/** what may be under way to Redis; beyond it messages are dropped, since who hears late looks into the log sooner */
const UNDER_WAY_BYTES = 8 * 1024 * 1024
const UNDER_WAY_MESSAGES = 10_000
/** others may use the same Redis */
const PREFIX = 'second-story:'
const SENDER_BYTES = 8

/** Hears of losing Redis and of having it back; `random` is for tests. */
export interface RedisBusOptions {
  readonly report?: (what: string) => void
  readonly random?: () => number
}

/** The Redis that REDIS_URL names cannot be used; the message is one line, without the password. */
export class RedisUrlError extends Error {
  override readonly name = 'RedisUrlError'

  constructor(url: string, cause: unknown) {
    const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
    const words = (first instanceof Error ? first.message : String(first)).replaceAll(/\s+/g, ' ')
    super(`REDIS_URL ${URL.canParse(url) ? new URL(url).host : ''} cannot be used: ${words}`)
  }
}

/**
 * The bus over Redis' publish and subscribe. One connection for both, so that whoever subscribes and then asks hears the
 * answer. Lost connections are made again for ever, with jitter, so that nodes do not come back as one.
 */
export class RedisBus implements Bus {
  readonly #client: Client
  readonly #topics: Topics
  readonly #sender = randomBytes(SENDER_BYTES)
  readonly #restored = new Set<() => void>()
  readonly #report: (what: string) => void
  #isUp = false
  #wasUp = false
  #bytesUnderWay = 0
  #messagesUnderWay = 0

  private constructor(client: Client, report: (what: string) => void) {
    this.#client = client
    this.#report = report
    this.#topics = new Topics({
      subscribe: (topic, hear) =>
        client.subscribe(PREFIX + topic, (message) => this.#heard(message, hear), true),
      unsubscribe: (topic) => client.unsubscribe(PREFIX + topic),
    })
    client.on('ready', () => void this.#ready())
    client.on('error', (error: Error) => this.#lost(error))
  }

  /** Resolves when Redis answers; throws `RedisUrlError` after a few tries. */
  static async open(
    url: string,
    { report = () => undefined, random = Math.random }: RedisBusOptions = {},
  ): Promise<RedisBus> {
    let isOpen = false
    const pause = (attempt: number): number =>
      Math.min(TRY_AGAIN_LONGEST_MS, TRY_AGAIN_MS * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2)
    const client = connectTo(url, (attempt, cause) =>
      !isOpen && attempt + 1 >= FIRST_TRIES ? cause : pause(attempt),
    )
    const bus = new RedisBus(client, report)
    try {
      await client.connect()
    } catch (error) {
      throw new RedisUrlError(url, error instanceof Error ? (error.cause ?? error) : error)
    }
    isOpen = true
    return bus
  }

  get isUp(): boolean {
    return this.#isUp
  }

  publish(topic: string, bytes: Uint8Array): void {
    const isFull =
      this.#bytesUnderWay + bytes.length > UNDER_WAY_BYTES || this.#messagesUnderWay >= UNDER_WAY_MESSAGES
    if (!this.#isUp || isFull) return
    this.#bytesUnderWay += bytes.length
    this.#messagesUnderWay++
    this.#client
      .publish(PREFIX + topic, Buffer.concat([this.#sender, bytes]))
      // lost: whoever was to hear it looks into the log
      .catch(() => undefined)
      .finally(() => {
        this.#bytesUnderWay -= bytes.length
        this.#messagesUnderWay--
      })
  }

  #heard(message: Buffer, hear: (bytes: Uint8Array) => void): void {
    const isOurs = message.length < SENDER_BYTES || this.#sender.equals(message.subarray(0, SENDER_BYTES))
    if (!isOurs) hear(message.subarray(SENDER_BYTES))
  }

  subscribe(topic: string, listener: (bytes: Uint8Array) => void): () => void {
    return this.#topics.add(topic, listener)
  }

  onRestored(listener: () => void): () => void {
    const mine = (): void => listener()
    this.#restored.add(mine)
    return () => this.#restored.delete(mine)
  }

  async #ready(): Promise<void> {
    await this.#topics.connected()
    // it may have gone again meanwhile
    if (!this.#client.isReady) return
    this.#isUp = true
    if (this.#wasUp) {
      this.#report('Redis is there again')
      for (const listener of [...this.#restored]) listener()
    }
    this.#wasUp = true
  }

  #lost(error: Error): void {
    if (this.#isUp) this.#report(`Redis is gone: ${error.message}`)
    this.#isUp = false
    this.#topics.disconnected()
  }

  async close(): Promise<void> {
    this.#isUp = false
    this.#restored.clear()
    this.#client.destroy()
  }
}

type Client = ReturnType<typeof connectTo>

function connectTo(url: string, again: (attempt: number, cause: Error) => number | Error) {
  return createClient({
    url,
    RESP: 3,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    pingInterval: PING_EVERY_MS,
    socket: { connectTimeout: CONNECT_MS, socketTimeout: SILENT_MS, reconnectStrategy: again },
  })
}
