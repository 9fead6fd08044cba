import type { ImageType } from '@second-story/protocol'

/** How each type begins; null: any byte. */
const SIGNS: readonly (readonly [ImageType, readonly (number | null)[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [...letters('GIF8')]],
  ['image/webp', [...letters('RIFF'), null, null, null, null, ...letters('WEBP')]],
]

/** What bytes are by how they begin, whatever their name or their sender says; null: no picture that is taken. */
export function pictureKind(bytes: Uint8Array): ImageType | null {
  const found = SIGNS.find(([, sign]) => sign.every((one, at) => one === null || bytes[at] === one))
  return found?.[0] ?? null
}

function letters(word: string): number[] {
  return [...word].map((letter) => letter.charCodeAt(0))
}
