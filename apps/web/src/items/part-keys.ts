import { PARTS, type Part } from '@second-story/board'

/** What is typed so far, and the part chosen; `was` while the last key was a digit that chose one. */
export interface PartDraft {
  readonly text: string
  readonly part: Part
  readonly was: { readonly digit: string; readonly part: Part } | null
}

export const EMPTY_DRAFT: PartDraft = { text: '', part: 'came-together', was: null }

export function partOfKey(key: string): Part | null {
  return /^[1-4]$/.test(key) ? (PARTS[Number(key) - 1] ?? null) : null
}

/**
 * The field's text changed to `text`. A digit 1 to 4 in an empty field chooses the part instead of being written,
 * unless what follows shows that it was meant as a word: "3 replicas", "30 %", "1:1".
 */
export function typed(draft: PartDraft, text: string): PartDraft {
  if (draft.text === '' && draft.was === null) {
    const part = partOfKey(text)
    if (part) return { text: '', part, was: { digit: text, part: draft.part } }
  }
  if (draft.text === '' && draft.was && /^[\s\d.,:;/%x×-]/i.test(text) && !/^x[a-z]/i.test(text)) {
    return { text: draft.was.digit + text, part: draft.was.part, was: null }
  }
  return { text, part: draft.part, was: null }
}

export function chosen(draft: PartDraft, part: Part): PartDraft {
  return { ...draft, part, was: null }
}
