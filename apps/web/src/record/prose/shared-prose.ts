import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import {
  getRelativeSelection,
  type ProsemirrorBinding,
  yCursorPlugin,
  ySyncPlugin,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { Carets, drawCaret, paintSelection } from './carets.ts'

export interface SharedProseOptions {
  readonly fragment: Y.XmlFragment | null
  /** who else is here; null where nobody can be */
  readonly awareness: Awareness | null
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
    return { fragment: null, awareness: null, undo: () => {}, redo: () => {} }
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
    const { fragment, awareness } = this.options
    if (!fragment) return []
    // a mapping of its own, still empty, keeps it from rendering by itself
    const sync = [ySyncPlugin(fragment, { mapping: new Map() }), FirstRender]
    if (!awareness) return sync
    // the plugin uses no more of it than Carets has
    const carets = new Carets(awareness) as unknown as Awareness
    return [...sync, yCursorPlugin(carets, { cursorBuilder: drawCaret, selectionBuilder: paintSelection })]
  },
})

/**
 * Renders the section for the first time, in the place of the binding, which would set the caret of the still empty
 * editor into the words that come: where a list or a quote begins them, that is no place for a caret.
 */
const FirstRender = new Plugin({
  view: (view) => {
    const { binding } = ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }
    // taken for a caret that is looked after already: the new words take it to their beginning
    binding.beforeTransactionSelection = getRelativeSelection(binding, view.state)
    binding._forceRerender()
    binding.beforeTransactionSelection = null as never
    return {}
  },
})
