const EMPTY = -1

/** Numbers by number, in two flat arrays: 16 bytes an entry and room to grow, where a Map would take three times as much. */
export class OriginTable {
  #keys = new Float64Array(16).fill(EMPTY)
  #values = new Float64Array(16)
  #size = 0

  get(key: number): number | undefined {
    const at = this.#find(key)
    return this.#keys[at] === EMPTY ? undefined : this.#values[at]
  }

  set(key: number, value: number): void {
    if (this.#size * 5 >= this.#keys.length * 4) this.#grow()
    const at = this.#find(key)
    if (this.#keys[at] === EMPTY) this.#size++
    this.#keys[at] = key
    this.#values[at] = value
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    const size = Math.ceil(keys.length * 1.5)
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

/** The same numbers without values: 8 bytes an entry and room to grow. */
export class NumberSet {
  #keys = new Float64Array(16).fill(EMPTY)
  #size = 0

  has(key: number): boolean {
    return this.#keys[this.#find(key)] === key
  }

  add(key: number): void {
    if (this.#size * 5 >= this.#keys.length * 4) this.#grow()
    const at = this.#find(key)
    if (this.#keys[at] === key) return
    this.#keys[at] = key
    this.#size++
  }

  #grow(): void {
    const keys = this.#keys
    this.#keys = new Float64Array(Math.ceil(keys.length * 1.5)).fill(EMPTY)
    for (const key of keys) if (key !== EMPTY) this.#keys[this.#find(key)] = key
  }

  #find(key: number): number {
    const keys = this.#keys
    let at = spread(key) % keys.length
    while (keys[at] !== key && keys[at] !== EMPTY) at = at + 1 === keys.length ? 0 : at + 1
    return at
  }
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
