import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

/** Twice the size on the map, so that it is sharp on a page; less where that would be more than this. */
const SCALE = 2
const MOST_PIXELS = 10_000

/** The fonts that pictures are drawn with; no others are looked for, so that every machine draws the same. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve('@second-story/picture')), '../fonts')

/** An SVG of ours as PNG, drawn off the main thread. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const [width = 1, height = 1] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  const scale = Math.min(SCALE, MOST_PIXELS / width, MOST_PIXELS / height)
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: readdirSync(FONTS)
        .filter((name) => name.endsWith('.ttf'))
        .map((name) => join(FONTS, name)),
      defaultFontFamily: 'Hanken Grotesk',
    },
  })
  return image.asPng()
}
