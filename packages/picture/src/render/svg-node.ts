import type { Drawing, Font, ImageMark, Mark, Turn } from '../drawing.ts'
import { ICONS } from '../icons/icons.ts'
import type { Paint } from '../themes.ts'

/** One SVG element as plain values: written as a string here, as a React element in the web. */
export interface SvgNode {
  readonly tag: 'path' | 'text' | 'image'
  readonly attributes: Readonly<Record<string, string>>
  readonly text?: string
}

export const FAMILIES: Readonly<Record<Font['family'], string>> = {
  sans: "'Hanken Grotesk', system-ui, sans-serif",
  serif: 'Newsreader, Georgia, serif',
}

/** A colour by role: a theme's value, or `var(--role)` in a page that has the tokens. */
export type Colour = (paint: Paint) => string

export const tokenColour: Colour = (paint) => `var(--${paint})`

/** Where the bytes of a picture are: an address of this page, or `data:`; null where they cannot be had. */
export type ImageAt = (image: ImageMark) => string | null

const NO_IMAGES: ImageAt = () => null

export function svgNodes(marks: Drawing['marks'], colour: Colour, imageAt: ImageAt = NO_IMAGES): SvgNode[] {
  return marks.flatMap((mark) => {
    if (mark.mark !== 'image') return svgNode(mark, colour)
    const href = imageAt(mark)
    return href === null ? svgNodes(mark.instead, colour) : imageNode(mark, href)
  })
}

function imageNode({ x, y, w, h }: ImageMark, href: string): SvgNode {
  const place = { x: String(x), y: String(y), width: String(w), height: String(h) }
  return { tag: 'image', attributes: { ...place, preserveAspectRatio: 'none', href } }
}

function svgNode(mark: Exclude<Mark, ImageMark>, colour: Colour): SvgNode {
  switch (mark.mark) {
    case 'path':
      return {
        tag: 'path',
        attributes: {
          d: mark.d,
          fill: mark.fill ? colour(mark.fill) : 'none',
          ...(mark.stroke ? { stroke: colour(mark.stroke), 'stroke-width': String(mark.width ?? 1) } : {}),
          ...(mark.stroke ? { 'stroke-linejoin': 'round' } : {}),
          ...(mark.dash ? { 'stroke-dasharray': mark.dash.join(' ') } : {}),
          ...(mark.cap ? { 'stroke-linecap': mark.cap } : {}),
          ...(mark.opacity === undefined ? {} : { opacity: String(mark.opacity) }),
          ...turned(mark.turn),
        },
      }
    case 'icon': {
      const scale = mark.size / 24
      const turn = turned(mark.turn).transform
      const place = `translate(${mark.x} ${mark.y}) scale(${Math.round(scale * 1e4) / 1e4})`
      return {
        tag: 'path',
        attributes: {
          d: ICONS[mark.name],
          fill: 'none',
          stroke: colour(mark.stroke),
          'stroke-width': String(mark.width ?? 1.75),
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
          transform: turn ? `${turn} ${place}` : place,
        },
      }
    }
    case 'text':
      return {
        tag: 'text',
        text: mark.text,
        attributes: {
          x: String(mark.x),
          y: String(mark.y),
          'font-family': FAMILIES[mark.font.family],
          'font-size': String(mark.font.size),
          'font-weight': String(mark.font.weight),
          ...(mark.font.italic ? { 'font-style': 'italic' } : {}),
          ...(mark.font.tabular ? { 'font-variant-numeric': 'tabular-nums' } : {}),
          fill: colour(mark.fill),
          ...(mark.anchor && mark.anchor !== 'start' ? { 'text-anchor': mark.anchor } : {}),
          ...(mark.halo
            ? {
                'paint-order': 'stroke',
                stroke: colour(mark.halo),
                'stroke-width': '5',
                'stroke-linejoin': 'round',
              }
            : {}),
          ...turned(mark.turn),
        },
      }
  }
}

function turned(turn: Turn | undefined): { transform?: string } {
  return turn ? { transform: `rotate(${turn.degrees} ${turn.x} ${turn.y})` } : {}
}
