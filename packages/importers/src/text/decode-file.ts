import { failure } from '../result.ts'
import { Places } from './places.ts'
import { MOST_BYTES, MOST_TEXT, tooLarge } from './refuse-text.ts'

/**
 * A file's bytes as text: UTF-8, or UTF-16 where a mark at the front says so. What is too large is refused before it
 * is decoded; what is no text gives a sentence with the place of the first byte that is none.
 */
export function decodeFile(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | ReturnType<typeof failure> {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length, MOST_TEXT)
  const encoding = encodingOf(bytes)
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    const text = new TextDecoder(encoding).decode(bytes)
    const at = new Places(text).at(text.indexOf('\ufffd'))
    if (bytes.includes(0)) return failure('not-text', 'This is not a text file.', at)
    return failure('not-text', 'This is not text in UTF-8; save it as UTF-8 and bring it again.', at)
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
