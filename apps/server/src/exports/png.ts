import { Resvg } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'

/** Twice the size on the map, so that it is sharp on a page; less where that would be more than this. */
const SCALE = 2
const LONGEST_SIDE = 10_000
/** Four bytes each while it is drawn: two cards at the far corners of a board must not take all memory. */
const MOST_PIXELS = 32_000_000

/** An SVG of ours as PNG. Takes long: not for the thread of the rooms. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const [width = 1, height = 1] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  const scale = Math.min(
    SCALE,
    LONGEST_SIDE / width,
    LONGEST_SIDE / height,
    Math.sqrt(MOST_PIXELS / (width * height)),
  )
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: 'Hanken Grotesk',
    },
  })
  // a copy on our own heap: memory of the library's cannot go from thread to thread
  return new Uint8Array(image.render().asPng())
}
