import { FACES } from './generated/faces.ts'

type Face = (typeof FACES)[number]
export type FaceName = Face['name']

/** What a picture's words need. */
export const PICTURE_FACES: readonly FaceName[] = [
  'sans-400',
  'sans-500',
  'sans-600',
  'serif-500',
  'serif-500-italic',
]

/** What a page of prose needs as well: text and headings of the record. */
export const PAGE_FACES: readonly FaceName[] = [
  ...PICTURE_FACES,
  'serif-400',
  'serif-400-italic',
  'display-400',
  'display-500-italic',
]

/**
 * `@font-face` rules with the fonts inside as data: URIs, for pages and pictures that must read well without a
 * network. An entry of its own, because it is large: most callers of this package need no font bytes.
 */
export function fontFaces(names: readonly FaceName[] = PICTURE_FACES): string {
  return FACES.filter((face) => names.includes(face.name))
    .map(rule)
    .join('')
}

function rule({ family, style, weight, woff2 }: Face): string {
  const source = `url(data:font/woff2;base64,${woff2}) format("woff2")`
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:${source}}`
}
