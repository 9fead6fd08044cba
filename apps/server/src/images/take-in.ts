import { IMAGE_COPIES } from '@second-story/protocol'
import sharp, { type Raw, type Sharp } from 'sharp'
import { pictureKind } from './picture-kind.ts'

/** Points of a picture: a phone's largest photo; beyond it, a few bytes could ask for all memory. */
const MOST_POINTS = 64_000_000
const MOST_SECONDS = 8
/** The longer side of what is kept; the next ones where it would still be more than `MOST_KEPT`. */
const SIDES = [4096, 2560, 1600] as const
const MOST_KEPT = 12 * 1024 * 1024
/** A picture without holes that takes more as PNG is no drawing, and kept as JPEG. */
const LARGE_PNG = 4 * 1024 * 1024
/** The same for a smaller copy. */
const LARGE_COPY = 400 * 1024

export type FileType = 'image/png' | 'image/jpeg'

export interface TakenFile {
  /** pixels; 0: the picture itself */
  readonly width: number
  readonly type: FileType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A picture as it is kept: decoded, turned the right way up, and written anew. */
export interface TakenIn {
  readonly width: number
  readonly height: number
  readonly files: readonly TakenFile[]
}

// no other reader is ever begun, whatever the bytes look like
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif', 'VipsForeignLoadWebp'],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * Reads a picture that a stranger sent. Nothing of it is kept but its points: no place, no camera, no name, nothing hidden behind
 * its end. Of one that moves, the first picture. A string says why it is not taken: for people. For another thread than the rooms'.
 */
export async function takeIn({ bytes }: { readonly bytes: Uint8Array }): Promise<TakenIn | string> {
  const kind = pictureKind(bytes)
  if (kind === null) return 'This is no PNG, JPEG, GIF or WebP picture.'
  try {
    const source = sharp(bytes, { failOn: 'error', limitInputPixels: false, sequentialRead: true })
    const { width, height } = await source.metadata()
    if (width * height > MOST_POINTS)
      return `This picture has ${Math.round((width * height) / 1e6)} million points; up to ${MOST_POINTS / 1e6} million fit.`
    return await writeAnew(bytes, kind === 'image/jpeg')
  } catch {
    return 'This picture is damaged, or takes too long to be read.'
  }
}

async function writeAnew(bytes: Uint8Array, isPhoto: boolean): Promise<TakenIn> {
  for (const side of SIDES) {
    const { data, info } = await sharp(bytes, {
      failOn: 'error',
      limitInputPixels: MOST_POINTS,
      sequentialRead: true,
    })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels, premultiplied } = info
    const raw = { width, height, channels, premultiplied } as Raw
    const points = (): Sharp => sharp(data, { raw, limitInputPixels: MOST_POINTS })
    const isWhole = (await points().stats()).isOpaque
    const first = await fileOf(points(), { width: 0, isPhoto, isWhole, large: LARGE_PNG })
    if (first.bytes.length > MOST_KEPT && side !== SIDES.at(-1)) continue
    const files = [first]
    for (const copy of IMAGE_COPIES.filter((one) => one < width))
      files.push(
        await fileOf(points().resize({ width: copy }), { width: copy, isPhoto, isWhole, large: LARGE_COPY }),
      )
    return { width, height, files }
  }
  throw new Error('too large at any size')
}

interface Wish {
  readonly width: number
  readonly isPhoto: boolean
  /** nothing shines through it */
  readonly isWhole: boolean
  readonly large: number
}

async function fileOf(points: Sharp, { width, isPhoto, isWhole, large }: Wish): Promise<TakenFile> {
  const whole = isWhole ? points.removeAlpha() : points
  if (!isPhoto || !isWhole) {
    const png = await whole.clone().png({ compressionLevel: 8 }).toBuffer()
    if (!isWhole || png.length <= large) return { width, type: 'image/png', bytes: onOurHeap(png) }
  }
  const jpeg = await whole.jpeg({ quality: width === 0 ? 88 : 82 }).toBuffer()
  return { width, type: 'image/jpeg', bytes: onOurHeap(jpeg) }
}

/** Memory of the library's cannot go from thread to thread. */
function onOurHeap(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
