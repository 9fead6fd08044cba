import type { WrittenFile } from './write-file.ts'

/** names of bytes that are kept longer than the bytes: some 150 bytes each */
const MOST_NAMES = 20_000

/**
 * Files as they were written, by what they were written from: the latest used, up to so many bytes. Of the others what their
 * bytes are called is still known, so that nobody is sent again what they have.
 */
export class KeptFiles {
  readonly #mostBytes: number
  /** in order of use, the latest last */
  readonly #files = new Map<string, WrittenFile>()
  readonly #etags = new Map<string, string>()
  /** being written now: whoever asks meanwhile waits for the same */
  readonly #coming = new Map<string, Promise<WrittenFile>>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** What the bytes of `key` are called; undefined where that is not known. */
  etagOf(key: string): string | undefined {
    return this.#etags.get(key)
  }

  /** The file of `key`; `write` says under which key its outcome is to be kept: a board may have moved on. */
  get(
    key: string,
    write: () => Promise<{ readonly key: string; readonly file: WrittenFile }>,
  ): Promise<WrittenFile> {
    const kept = this.#files.get(key)
    if (kept !== undefined) {
      this.#files.delete(key)
      this.#files.set(key, kept)
      return Promise.resolve(kept)
    }
    const coming = this.#coming.get(key) ?? this.#write(write).finally(() => this.#coming.delete(key))
    this.#coming.set(key, coming)
    return coming
  }

  async #write(
    write: () => Promise<{ readonly key: string; readonly file: WrittenFile }>,
  ): Promise<WrittenFile> {
    const { key, file } = await write()
    this.#keep(key, file)
    return file
  }

  #keep(key: string, file: WrittenFile): void {
    this.#drop(key)
    this.#etags.delete(key)
    this.#etags.set(key, file.etag)
    const [oldest] = this.#etags.keys()
    if (this.#etags.size > MOST_NAMES && oldest !== undefined) this.#etags.delete(oldest)
    if (file.body.length > this.#mostBytes / 4) return
    this.#files.set(key, file)
    this.#bytes += file.body.length
    for (const old of this.#files.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(old)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#files.get(key)?.body.length ?? 0
    this.#files.delete(key)
  }
}
