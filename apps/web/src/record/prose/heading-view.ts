import type { NodeViewConstructor } from '@tiptap/pm/view'

/** A heading in prose stands below the page's title (h1) and its sections (h2): level 1 is an h3. */
export const headingView: NodeViewConstructor = (node) => {
  const level = Number(node.attrs.level)
  const dom = document.createElement(`h${Math.min(5, level + 2)}`)
  return {
    dom,
    contentDOM: dom,
    update: (next) => next.type === node.type && next.attrs.level === node.attrs.level,
  }
}
