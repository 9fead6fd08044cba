import type { ImageAt } from '@second-story/picture'
import type { PdfImages } from './pdf.ts'

/** Pictures on their way into a file, by id. */
export type Embedded = ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array }>

/** Pictures inside an SVG: it fetches nothing. */
export function asData(pictures: Embedded): ImageAt {
  const made = new Map<string, string>()
  return ({ picture }) => {
    const file = pictures.get(picture)
    if (!file) return null
    const known =
      made.get(picture) ?? `data:${file.type};base64,${Buffer.from(file.bytes).toString('base64')}`
    made.set(picture, known)
    return known
  }
}

/** The same for a PDF. */
export function asBytes(pictures: Embedded): PdfImages {
  return ({ picture }) => {
    const file = pictures.get(picture)
    return file ? Buffer.from(file.bytes) : null
  }
}
