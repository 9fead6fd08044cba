import * as Y from 'yjs'
import { link } from '../sources.ts'
import type { ProseBlock, ProseRun } from './blocks.ts'

/** Depth past which nested lists and quotes are read as if empty. */
const MAX_DEPTH = 12

/** Reads what the editor keeps (ProseMirror's tree in a Y.XmlFragment); null where it is no fragment at all. */
export function readProse(fragment: unknown): readonly ProseBlock[] | null {
  if (!(fragment instanceof Y.XmlFragment)) return null
  return readBlocks(fragment, 0)
}

function readBlocks(parent: Y.XmlFragment, depth: number): ProseBlock[] {
  if (depth > MAX_DEPTH) return []
  const out: ProseBlock[] = []
  for (const node of parent.toArray()) {
    if (node instanceof Y.XmlText) {
      const runs = readRuns(node)
      if (runs.length > 0) out.push({ kind: 'paragraph', runs })
    } else if (node instanceof Y.XmlElement) {
      const block = readBlock(node, depth)
      if (block) out.push(block)
    }
  }
  return out
}

function readBlock(node: Y.XmlElement, depth: number): ProseBlock | null {
  switch (node.nodeName) {
    case 'heading':
      return { kind: 'heading', level: readLevel(node.getAttribute('level')), runs: readInline(node) }
    case 'bulletList':
    case 'orderedList': {
      const entries = node
        .toArray()
        .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
        .map((entry) => readBlocks(entry, depth + 1))
      return { kind: 'list', ordered: node.nodeName === 'orderedList', entries }
    }
    case 'blockquote':
      return { kind: 'quote', blocks: readBlocks(node, depth + 1) }
    case 'codeBlock':
      return {
        kind: 'code',
        text: readInline(node)
          .map((run) => run.text)
          .join(''),
      }
    case 'horizontalRule':
      return { kind: 'rule' }
    default:
      return { kind: 'paragraph', runs: readInline(node) }
  }
}

function readLevel(raw: unknown): 1 | 2 | 3 {
  const level = Number(raw)
  return level === 1 || level === 2 ? level : 3
}

function readInline(node: Y.XmlElement): ProseRun[] {
  const runs: ProseRun[] = []
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) runs.push(...readRuns(child))
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') runs.push({ text: '\n' })
  }
  return runs
}

function readRuns(text: Y.XmlText): ProseRun[] {
  const runs: ProseRun[] = []
  for (const piece of text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof piece.insert !== 'string') continue
    const marks = piece.attributes ?? {}
    const href = (marks.link as { href?: unknown } | undefined)?.href
    const safe = link.safeParse(href)
    runs.push({
      text: piece.insert,
      ...(marks.bold ? { bold: true as const } : {}),
      ...(marks.italic ? { italic: true as const } : {}),
      ...(marks.code ? { code: true as const } : {}),
      ...(safe.success ? { link: safe.data } : {}),
    })
  }
  return runs
}
