import type { NoteColour } from '@second-story/board'
import { NOTE_LOOKS } from '@second-story/picture'
import styles from './NoteFields.module.css'

/** A small piece of a note's ground. */
export function Swatch({ colour }: { readonly colour: NoteColour }) {
  const { fill } = NOTE_LOOKS[colour]
  return <span className={styles.swatch} aria-hidden="true" style={{ background: `var(--${fill})` }} />
}
