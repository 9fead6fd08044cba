import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@second-story/picture')), '../fonts')

/** The fonts that pictures are drawn with: no others are looked for, so that every machine draws the same. */
export function fontFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => join(FOLDER, name))
}

/** One of them, `hanken-grotesk-400`. */
export function fontFile(name: string): string {
  return join(FOLDER, `${name}.ttf`)
}
