import { type Drawing, type Mark, type SvgNode, svgNodes, tokenColour } from '@second-story/picture'
import { createElement, memo } from 'react'
import { imagesInPage } from '../../images/board-pictures.ts'
import { usePicturesCome } from '../../images/use-pictures-come.ts'

export interface DrawingSvgProps {
  readonly drawing: Drawing
  /** leaves out the main words (their editor stands there) */
  readonly wordless?: boolean
}

/** Letters stand as `measure` reads them, and as the fonts in an exported picture have them. */
export const AS_MEASURED = {
  fontKerning: 'none',
  fontVariantLigatures: 'none',
  fontVariationSettings: '"opsz" 18',
} as const
const BLOCK = { display: 'block', overflow: 'visible', ...AS_MEASURED } as const

/** A drawing as SVG elements in the colours of the page; stamps hang over its edges. */
export const DrawingSvg = memo(function DrawingSvg({ drawing, wordless = false }: DrawingSvgProps) {
  const marks = wordless ? drawing.marks.filter((mark) => !isMainWords(mark, drawing)) : drawing.marks
  return (
    <svg width={drawing.w} height={drawing.h} style={BLOCK} aria-hidden="true">
      {marks.some(({ mark }) => mark === 'image') ? (
        <Pictured marks={marks} />
      ) : (
        drawn(svgNodes(marks, tokenColour))
      )}
    </svg>
  )
})

/** Drawn again when a picture has come. */
function Pictured({ marks }: Pick<Drawing, 'marks'>) {
  usePicturesCome()
  return <>{drawn(svgNodes(marks, tokenColour, imagesInPage))}</>
}

function drawn(nodes: readonly SvgNode[]) {
  return nodes.map((node, index) =>
    // marks have no identity but their place in the list
    createElement(node.tag, { key: index, ...asProps(node.attributes) }, node.text),
  )
}

function isMainWords(mark: Mark, drawing: Drawing): boolean {
  const words = drawing.words
  if (!words || mark.mark !== 'text') return false
  return (
    mark.font.size === words.font.size &&
    mark.font.weight === words.font.weight &&
    mark.y >= words.y &&
    mark.y <= words.y + Math.max(words.h, words.lineHeight) + 1
  )
}

const names = new Map<string, string>()

function asProps(attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attributes)) {
    // React knows this one only as a style
    if (name === 'font-variant-numeric') {
      out.style = { fontVariantNumeric: value }
      continue
    }
    let known = names.get(name)
    if (known === undefined) {
      known = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      names.set(name, known)
    }
    out[known] = value
  }
  return out
}
