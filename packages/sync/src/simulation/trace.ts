/** Two 32-bit hashes (FNV-1a, one of them with another beginning) of all that happens: the same seed, the same trace. */
export class Trace {
  #a = 0x811c9dc5
  #b = 0x2f0b4a27

  number(n: number): void {
    this.#a = Math.imul(this.#a ^ n, 0x01000193)
    this.#b = Math.imul(this.#b ^ (n + 1), 0x01000193)
  }

  bytes(bytes: Uint8Array): void {
    let a = this.#a
    let b = this.#b
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0
      a = Math.imul(a ^ byte, 0x01000193)
      b = Math.imul(b ^ (byte + 1), 0x01000193)
    }
    this.#a = a
    this.#b = b
    this.number(bytes.length)
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i))
  }

  get hash(): string {
    const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')
    return hex(this.#a) + hex(this.#b)
  }
}
