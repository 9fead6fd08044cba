import { IMAGE_COPIES } from '@second-story/protocol'

/** Finds the bytes of a picture: an address that an image element takes; null: it is not there. */
export type FindPicture = (id: string, width: number | null) => Promise<string | null>

/** Loads what an address names until it can be drawn; rejects where it cannot. */
export type LoadPicture<T> = (address: string) => Promise<T>

/** A picture that can be drawn, and where it came from. */
export interface Loaded<T> {
  readonly image: T
  readonly address: string
}

interface Held<T> {
  loaded: Loaded<T> | null
  tries: number
  /** the next try is not before */
  until: number
}

/** Decoded pictures at one time; the browser gives the memory of others back. */
const MOST_HELD = 300
/** ms until what could not be had is asked for again: longer each time. */
const WAITS = [2_000, 8_000, 30_000, 120_000] as const

/** The smallest kept copy that is wide enough for so many pixels; null: the picture itself. */
export function copyFor(pixels: number): number | null {
  return IMAGE_COPIES.find((one) => pixels <= one) ?? null
}

/**
 * The pictures of the open board, as sharp as they are looked at. What is asked for and not there yet is fetched, and `onChange`
 * hears when it has come; meanwhile a smaller or larger copy serves.
 */
export class PictureSource<T> {
  readonly #find: FindPicture
  readonly #load: LoadPicture<T>
  readonly #now: () => number
  readonly #held = new Map<string, Held<T>>()
  readonly #heard = new Set<() => void>()
  #version = 0

  constructor(find: FindPicture, load: LoadPicture<T>, now: () => number = Date.now) {
    this.#find = find
    this.#load = load
    this.#now = now
  }

  /** Grows with every picture that has come. */
  get version(): number {
    return this.#version
  }

  onChange(heard: () => void): () => void {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  /** The best there is for so many pixels; null where there is nothing to draw yet, or at all. */
  get(id: string, pixels: number): Loaded<T> | null {
    if (id === '') return null
    const wanted = copyFor(pixels)
    const held = this.#hold(id, wanted)
    return held.loaded ?? this.#other(id, wanted)
  }

  #hold(id: string, width: number | null): Held<T> {
    const key = keyOf(id, width)
    const known = this.#held.get(key)
    const held = known ?? { loaded: null, tries: 0, until: 0 }
    // the latest used stand last
    this.#held.delete(key)
    this.#held.set(key, held)
    if (held.loaded === null && held.until <= this.#now()) void this.#fetch(id, width, held)
    const [oldest] = this.#held.keys()
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest)
    return held
  }

  #other(id: string, width: number | null): Loaded<T> | null {
    for (const other of [...IMAGE_COPIES, null]) {
      const loaded = other === width ? null : this.#held.get(keyOf(id, other))?.loaded
      if (loaded) return loaded
    }
    return null
  }

  async #fetch(id: string, width: number | null, held: Held<T>): Promise<void> {
    const wait = WAITS[Math.min(held.tries, WAITS.length - 1)] ?? 0
    held.tries += 1
    held.until = Number.POSITIVE_INFINITY
    try {
      const address = await this.#find(id, width)
      if (address === null) throw new Error('no such picture')
      held.loaded = { image: await this.#load(address), address }
    } catch {
      // somebody may be sending it just now, or the line is down: whoever draws it next asks again
      held.until = this.#now() + wait
      setTimeout(() => this.#tell(), wait + 50)
      return
    }
    this.#tell()
  }

  #tell(): void {
    this.#version += 1
    for (const heard of this.#heard) heard()
  }
}

function keyOf(id: string, width: number | null): string {
  return `${id} ${width ?? 'whole'}`
}
