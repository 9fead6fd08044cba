import { resolve } from 'node:path'
import { StorageError } from '../storage-error.ts'

/** A place where everything is kept, as people name it. */
export type Place =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** Something cannot be copied; the message is one line for the person who asked. */
export class TransferError extends StorageError {
  override readonly name = 'TransferError'
}

/** Reads `sqlite:./data` or `postgres://…`; a relative folder is one of `from`. Throws `TransferError`. */
export function parsePlace(text: string, from: string): Place {
  if (/^sqlite:./.test(text)) return { kind: 'sqlite', folder: resolve(from, text.slice('sqlite:'.length)) }
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) return { kind: 'postgres', url: text }
  throw new TransferError(
    `${text.replace(/\/\/[^/]*@/, '//…@')} is no place: sqlite:<folder> or postgres://…`,
  )
}
