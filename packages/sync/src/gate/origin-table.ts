const EMPTY = -1
/** What a table begins with: most forks (`crowding.ts`) end with it too. */
const NO_KEYS = new Float64Array(1).fill(EMPTY)
const NO_HASHES = new Uint32Array(1)

const grown = (length: number): number => (length === 1 ? 16 : Math.ceil(length * 1.5))

/** Numbers by number, in two flat arrays: 16 bytes an entry and room to grow, where a Map would take three times as much. */
export class OriginTable {
  #keys = NO_KEYS
  #values = NO_KEYS
  #size = 0

  get(key: number): number | undefined {
    const at = this.#find(key)
    return this.#keys[at] === EMPTY ? undefined : this.#values[at]
  }

  set(key: number, value: number): void {
    if ((this.#size + 1) * 5 > this.#keys.length * 4) this.#grow()
    const at = this.#find(key)
    if (this.#keys[at] === EMPTY) this.#size++
    this.#keys[at] = key
    this.#values[at] = value
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    const size = grown(keys.length)
    this.#keys = new Float64Array(size).fill(EMPTY)
    this.#values = new Float64Array(size)
    for (const [i, key] of keys.entries()) {
      if (key === EMPTY) continue
      const at = this.#find(key)
      this.#keys[at] = key
      this.#values[at] = values[i] ?? 0
    }
  }

  /** Where the key is, or where it belongs. */
  #find(key: number): number {
    const keys = this.#keys
    let at = spread(key) % keys.length
    while (keys[at] !== key && keys[at] !== EMPTY) at = at + 1 === keys.length ? 0 : at + 1
    return at
  }
}

/**
 * Numbers, each as 32 bits of its hash: 4 bytes an entry and room to grow. It may take two for one, which must do no harm:
 * in a million there are about a hundred such.
 */
export class HashSet {
  #hashes = NO_HASHES
  #size = 0

  has(key: number): boolean {
    return this.#hashes[this.#find(hashOf(key))] !== 0
  }

  add(key: number): void {
    if ((this.#size + 1) * 5 > this.#hashes.length * 4) this.#grow()
    const hash = hashOf(key)
    const at = this.#find(hash)
    if (this.#hashes[at] === 0) this.#size++
    this.#hashes[at] = hash
  }

  #grow(): void {
    const hashes = this.#hashes
    this.#hashes = new Uint32Array(grown(hashes.length))
    for (const hash of hashes) if (hash !== 0) this.#hashes[this.#find(hash)] = hash
  }

  #find(hash: number): number {
    const hashes = this.#hashes
    let at = hash % hashes.length
    while (hashes[at] !== hash && hashes[at] !== 0) at = at + 1 === hashes.length ? 0 : at + 1
    return at
  }
}

/** Zero stands for an empty place. */
function hashOf(key: number): number {
  return spread(key) || 1
}

function spread(key: number): number {
  const low = Math.imul(key >>> 0, 0x9e3779b1)
  const high = Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b)
  const mixed = low ^ high ^ (low >>> 15)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** A number below 2^53 from three, the same for the same three. */
export function hashed(a: number, b: number, c: number): number {
  let one = 0x811c9dc5
  let two = 0x9e3779b9
  for (const part of [a >>> 0, Math.floor(a / 2 ** 32), b >>> 0, Math.floor(b / 2 ** 32), c >>> 0]) {
    one = Math.imul(one ^ part, 0x01000193)
    one ^= one >>> 13
    two = Math.imul(two ^ part, 0x85ebca6b)
    two ^= two >>> 16
  }
  return (one >>> 0) * 2 ** 21 + (two >>> 11)
}
