import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const APP = resolve(import.meta.dirname, '../..')
/** inside the checkout, so that what is not ours is found from there */
const CACHE = resolve(APP, '../../node_modules/.cache/second-story')

/** The server as it ships, made from the sources as they are: a process of it starts in a third of the time. */
export class BuiltServer {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async make(): Promise<BuiltServer> {
    mkdirSync(CACHE, { recursive: true })
    const folder = mkdtempSync(join(CACHE, 'built-for-tests-'))
    await build({
      root: APP,
      configFile: join(APP, 'vite.config.ts'),
      logLevel: 'error',
      mode: 'production',
      build: { outDir: folder, sourcemap: false, reportCompressedSize: false },
    })
    return new BuiltServer(folder)
  }

  get main(): string {
    return join(this.#folder, 'main.mjs')
  }

  get tools(): string {
    return join(this.#folder, 'tools.mjs')
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
