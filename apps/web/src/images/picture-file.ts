import { IMAGE_BYTES, IMAGE_TYPES } from '@second-story/protocol'
import { say } from './words.ts'

/** Pictures of one drop or choice. */
export const MOST_AT_ONCE = 20

/** What a file chooser offers. */
export const ACCEPTED = IMAGE_TYPES.join(',')

/** Is it a picture, as far as its type or its name says? SVG is none: it is a drawing to bring, or nothing. */
export function isPicture({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  if (type !== '') return type.startsWith('image/') && !type.startsWith('image/svg')
  return /\.(?:png|jpe?g|gif|webp|heic|heif|avif|bmp|tiff?)$/i.test(name)
}

/** Why these are not brought, in words; null where they may be. Looks at types and sizes alone. */
export function whyNot(files: readonly Pick<File, 'type' | 'size'>[]): string | null {
  if (files.length > MOST_AT_ONCE) return say.tooMany(MOST_AT_ONCE)
  if (files.some(({ type }) => !IMAGE_TYPES.some((one) => one === type))) return say.wrongType
  const large = files.find(({ size }) => size > IMAGE_BYTES)
  return large ? say.tooLarge((large.size / 1_048_576).toFixed(large.size < 11_500_000 ? 1 : 0)) : null
}
