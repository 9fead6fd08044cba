import { Cell } from '../../session/cell.ts'
import type { Copied } from './copied.ts'

/** What this page put on the clipboard last, and as which words: a menu cannot read more than words back. */
export const lastCopied = new Cell<{ readonly copied: Copied; readonly text: string } | null>(null)
