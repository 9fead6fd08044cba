import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { Turns } from '../rooms/turns.ts'

/** Twice the size on the map, so that it is sharp on a page; less where that would be more than this. */
const SCALE = 2
const LONGEST_SIDE = 10_000
/** Four bytes each while it is drawn: two cards at the far corners of a board must not take all memory. */
const MOST_PIXELS = 32_000_000
/** one at a time, for the same reason */
const drawing = new Turns()

/** The fonts that pictures are drawn with; no others are looked for, so that every machine draws the same. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve('@second-story/picture')), '../fonts')

/** An SVG of ours as PNG, drawn off the main thread. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const [width = 1, height = 1] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  const scale = Math.min(
    SCALE,
    LONGEST_SIDE / width,
    LONGEST_SIDE / height,
    Math.sqrt(MOST_PIXELS / (width * height)),
  )
  const image = await drawing.run(() => render(svg, scale))
  return image.asPng()
}

function render(svg: string, scale: number): ReturnType<typeof renderAsync> {
  return renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: readdirSync(FONTS)
        .filter((name) => name.endsWith('.ttf'))
        .map((name) => join(FONTS, name)),
      defaultFontFamily: 'Hanken Grotesk',
    },
  })
}
