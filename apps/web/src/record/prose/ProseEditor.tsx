import type { ProseSection } from '@second-story/board'
import { EditorContent, useEditor } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { useSession } from '../../session/use-session.ts'
import { Bubble } from './Bubble.tsx'
import { proseExtensions } from './extensions.ts'
import styles from './Prose.module.css'
import { PROSE_TEACHES } from './prose-words.ts'

export interface ProseEditorProps {
  readonly section: ProseSection
  readonly fragment: Y.XmlFragment
  readonly label: string
}

/** One hand-written section, edited in place by everybody at once. Loaded lazily: it brings the editor along. */
export function ProseEditor({ section, fragment, label }: ProseEditorProps) {
  const session = useSession()
  const extensions = useMemo(() => {
    session.history.track(ySyncPluginKey)
    const { awareness } = session
    const shared = { fragment, awareness, undo: () => session.undo(), redo: () => session.redo() }
    return proseExtensions(shared, PROSE_TEACHES[section])
  }, [session, fragment, section])
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          class: styles.editable ?? '',
        },
      },
    },
    [extensions],
  )
  if (!editor) return null
  return (
    <div className={styles.editor}>
      <EditorContent editor={editor} />
      <Bubble editor={editor} />
    </div>
  )
}
