/** Hand-written prose as plain values: what the editor writes, the record prints and templates begin with. */
export interface ProseRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly code?: true
  /** http, https or mailto */
  readonly link?: string
}

export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly ProseRun[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly ProseRun[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly entries: readonly (readonly ProseBlock[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly ProseBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

/** A paragraph of plain words. */
export function paragraph(text: string): ProseBlock {
  return { kind: 'paragraph', runs: text === '' ? [] : [{ text }] }
}
