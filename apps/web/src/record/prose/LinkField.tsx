import type { Editor } from '@tiptap/core'
import { Check, Unlink } from 'lucide-react'
import { useState } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Bubble.module.css'
import { safeLink } from './safe-link.ts'

/** Where a link goes: one field; nothing but http, https and mailto is taken. */
export function LinkField({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const held: unknown = editor.getAttributes('link').href
  const [typed, setTyped] = useState(typeof held === 'string' ? held : '')
  const link = safeLink(typed)
  const keep = (): void => {
    if (!link) return
    editor.chain().focus().extendMarkRange('link').setLink({ href: link }).run()
    onDone()
  }
  const drop = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }
  return (
    <>
      <input
        className={styles.link}
        aria-label="Where the link goes"
        aria-invalid={typed !== '' && link === null}
        placeholder="https://"
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            keep()
          }
          if (event.key === 'Escape') onDone()
        }}
      />
      <button
        type="button"
        aria-label="Set the link"
        className={classes(styles.button)}
        disabled={link === null}
        onClick={keep}
      >
        <Check aria-hidden="true" />
      </button>
      <button type="button" aria-label="No link" className={classes(styles.button)} onClick={drop}>
        <Unlink aria-hidden="true" />
      </button>
    </>
  )
}
