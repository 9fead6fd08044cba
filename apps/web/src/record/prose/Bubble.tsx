import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { Bold, Code, Heading, Italic, Link, List, ListOrdered, type LucideIcon, Quote } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Bubble.module.css'
import { LinkField } from './LinkField.tsx'

interface Action {
  readonly name: string
  readonly label: string
  readonly Icon: LucideIcon
  run(editor: Editor): void
}

const ACTIONS: readonly Action[] = [
  { name: 'bold', label: 'Bold', Icon: Bold, run: (e) => e.chain().focus().toggleBold().run() },
  { name: 'italic', label: 'Italic', Icon: Italic, run: (e) => e.chain().focus().toggleItalic().run() },
  { name: 'code', label: 'Code', Icon: Code, run: (e) => e.chain().focus().toggleCode().run() },
  {
    name: 'heading',
    label: 'Heading',
    Icon: Heading,
    run: (e) => e.chain().focus().toggleHeading({ level: 1 }).run(),
  },
  {
    name: 'bulletList',
    label: 'List',
    Icon: List,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    label: 'Numbered list',
    Icon: ListOrdered,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  { name: 'blockquote', label: 'Quote', Icon: Quote, run: (e) => e.chain().focus().toggleBlockquote().run() },
]

/** What can be done with the words selected; appears above them. */
export function Bubble({ editor }: { readonly editor: Editor }) {
  const [linking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => [...ACTIONS.map(({ name }) => now.isActive(name)), now.isActive('link')],
  })
  return (
    <BubbleMenu
      editor={editor}
      options={{ placement: 'top', offset: 8, onHide: () => setLinking(false) }}
      className={styles.bubble}
      role="toolbar"
      aria-label="Words selected"
      onKeyDown={(event) => walk(event, () => editor.commands.focus())}
    >
      {linking ? (
        <LinkField editor={editor} onDone={() => setLinking(false)} />
      ) : (
        <>
          {ACTIONS.map(({ name, label, Icon, run }, index) => (
            <button
              key={name}
              type="button"
              title={label}
              aria-label={label}
              aria-pressed={on[index] ?? false}
              className={classes(styles.button, on[index] && styles.on)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(editor)}
            >
              <Icon aria-hidden="true" />
            </button>
          ))}
          <span className={styles.line} />
          <button
            type="button"
            title="Link"
            aria-label="Link"
            aria-pressed={on.at(-1) ?? false}
            className={classes(styles.button, on.at(-1) && styles.on)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setLinking(true)}
          >
            <Link aria-hidden="true" />
          </button>
        </>
      )}
    </BubbleMenu>
  )
}

/** Arrow keys walk the buttons of a toolbar, Escape goes back to the words. */
function walk(event: KeyboardEvent<HTMLDivElement>, leave: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    leave()
    return
  }
  if (event.target instanceof HTMLInputElement) return
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
