import { failure } from '../result.ts'
import { MOST_BYTES, MOST_TEXT, tooLarge } from './refuse-text.ts'

/**
 * A file's bytes as text: UTF-8, or UTF-16 where a mark at the front says so. What is too large is refused before it
 * is decoded, and what is no text gives a sentence.
 */
export function decodeFile(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | ReturnType<typeof failure> {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length, MOST_TEXT)
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return failure('not-text', 'This is not a text file, or not one in UTF-8 or UTF-16.')
  }
}
