import type { ImportError, ImportNote } from './result.ts'
import type { SystemDraft } from './system/draft.ts'

export interface SourceFile {
  /** the file's name without folders; what was pasted is called so */
  readonly name: string
  readonly text: string
  /** the `.env` file beside it, or '' */
  readonly env: string
  /** files laid over it, in their order */
  readonly overlays: readonly { readonly name: string; readonly text: string }[]
}

export type Drafted =
  | { readonly ok: true; readonly draft: SystemDraft; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly error: ImportError }

/** One kind of file that can be read: a folder of its own, listed in `formats.ts`. */
export interface ImportFormat {
  readonly name: string
  /** what such a file is called in a sentence */
  readonly words: string
  /** characters; more is refused before anything is read */
  readonly most?: number
  /** such a file saw the system at work, it does not describe it: what is drawn and not in it is worth saying */
  readonly isObserved?: boolean
  /** true when the name or the first lines look like it; cheap, never throws */
  recognise(file: SourceFile): boolean
  /** what the file says; never throws, whatever the file holds */
  draft(file: SourceFile): Drafted
}
