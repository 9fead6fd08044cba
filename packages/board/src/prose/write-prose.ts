import * as Y from 'yjs'
import type { ProseBlock, ProseRun } from './blocks.ts'

/** Replaces what a section's fragment holds, in the editor's own node names. Call inside a transaction. */
export function writeProse(fragment: Y.XmlFragment, blocks: readonly ProseBlock[]): void {
  if (fragment.length > 0) fragment.delete(0, fragment.length)
  fragment.insert(0, blocks.map(toNode))
}

function toNode(block: ProseBlock): Y.XmlElement {
  switch (block.kind) {
    case 'paragraph':
      return element('paragraph', [toText(block.runs)])
    case 'heading': {
      const node = element('heading', [toText(block.runs)])
      // the editor stores numbers, though the type of Y.XmlElement's attributes says string
      ;(node as Y.XmlElement<{ level: number }>).setAttribute('level', block.level)
      return node
    }
    case 'list':
      return element(
        block.ordered ? 'orderedList' : 'bulletList',
        block.entries.map((entry) => element('listItem', entry.map(toNode))),
      )
    case 'quote':
      return element('blockquote', block.blocks.map(toNode))
    case 'code':
      return element('codeBlock', [toText([{ text: block.text }])])
    case 'rule':
      return new Y.XmlElement('horizontalRule')
  }
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  node.insert(0, children)
  return node
}

function toText(runs: readonly ProseRun[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map((run) => ({
      insert: run.text,
      attributes: {
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italic: true } : {}),
        ...(run.code ? { code: true } : {}),
        ...(run.link ? { link: { href: run.link } } : {}),
      },
    })),
  )
  return text
}
