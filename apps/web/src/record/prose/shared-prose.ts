import { Extension } from '@tiptap/core'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export interface SharedProseOptions {
  readonly fragment: Y.XmlFragment | null
  readonly undo: () => void
  readonly redo: () => void
}

/**
 * Binds an editor to a section of the board's own document. The binding of `@tiptap/y-tiptap` without its undo
 * manager: undo is the board's, one list over everything this person did.
 */
export const SharedProse = Extension.create<SharedProseOptions>({
  name: 'sharedProse',
  priority: 1000,
  addOptions() {
    return { fragment: null, undo: () => {}, redo: () => {} }
  },
  addKeyboardShortcuts() {
    const { undo, redo } = this.options
    const told = (act: () => void) => () => {
      act()
      return true
    }
    return { 'Mod-z': told(undo), 'Mod-y': told(redo), 'Shift-Mod-z': told(redo) }
  },
  addProseMirrorPlugins() {
    return this.options.fragment ? [ySyncPlugin(this.options.fragment)] : []
  },
})
