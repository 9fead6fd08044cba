import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { NodeViewConstructor } from '@tiptap/pm/view'

const headingView: NodeViewConstructor = (node) => {
  const level = Number(node.attrs.level)
  const dom = document.createElement(`h${Math.min(5, level + 2)}`)
  return {
    dom,
    contentDOM: dom,
    update: (next) => next.type === node.type && next.attrs.level === node.attrs.level,
  }
}

/**
 * A heading in prose stands below the page's title (h1) and its sections (h2): level 1 is an h3. A plugin's view,
 * since the editor takes no node views from its own properties.
 */
export const HeadingBelow = Extension.create({
  name: 'headingBelow',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { nodeViews: { heading: headingView } } })]
  },
})
