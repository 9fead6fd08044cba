import { escapeMarkup } from '@second-story/std'
import type { Mark } from '../drawing.ts'
import { type Colour, type ImageAt, type SvgNode, svgNodes } from './svg-node.ts'

/** Marks as SVG source; every word escaped. */
export function svgString(marks: readonly Mark[], colour: Colour, imageAt?: ImageAt): string {
  return svgNodes(marks, colour, imageAt).map(writeNode).join('')
}

function writeNode(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('')
  if (node.text === undefined) return `<${node.tag}${attributes}/>`
  return `<${node.tag}${attributes} xml:space="preserve">${escapeMarkup(node.text.replace(/\s/g, ' '))}</${node.tag}>`
}
