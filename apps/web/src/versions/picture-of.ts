import type { BoardSnapshot } from '@second-story/board'
import { type Box, boardPicture, itemBox, type ThemeName } from '@second-story/picture'
import { imagesInPage } from '../images/board-pictures.ts'

export interface Shot {
  readonly svg: string
  readonly box: Box
}

const FRAME_PAD = 5

/**
 * The board as SVG for the page it stands in. `within`: a box that the picture covers as well, so that it stands still while the
 * board grows; `touched`: things to put a line around.
 */
export function pictureOf(
  board: BoardSnapshot,
  theme: ThemeName,
  within: Box | null = null,
  touched: ReadonlySet<string> = new Set(),
): Shot {
  const svg = boardPicture(board, { theme, background: false, imageAt: imagesInPage })
  const box = joined(boxOf(svg), within)
  const marks = [...board.items.values()]
    .filter(({ id, place }) => place !== null && touched.has(id))
    .map((item) => {
      const { x, y, w, h } = itemBox(item, board)
      const [width, height] = [w + 2 * FRAME_PAD, h + 2 * FRAME_PAD]
      return `<rect x="${x - FRAME_PAD}" y="${y - FRAME_PAD}" width="${width}" height="${height}" rx="14" fill="none" stroke="var(--hand)" stroke-width="2.5"/>`
    })
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${box.w}" height="${box.h}" viewBox="${box.x} ${box.y} ${box.w} ${box.h}"`
  const body = svg.replace(/^<svg [^>]*viewBox="[^"]*"/, head)
  return { svg: body.replace(/<\/svg>$/, `${marks.join('')}</svg>`), box }
}

function boxOf(svg: string): Box {
  const [x = 0, y = 0, w = 0, h = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
  return { x, y, w, h }
}

function joined(a: Box, b: Box | null): Box {
  if (!b) return a
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}
