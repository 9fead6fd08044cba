import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A plain field of one colour. */
export async function plainPicture(
  type: 'png' | 'jpeg' | 'gif' | 'webp',
  { width = 40, height = 20, red = 200 }: { width?: number; height?: number; red?: number } = {},
): Promise<Uint8Array> {
  const create = { width, height, channels: 3 as const, background: { r: red, g: 30, b: 30 } }
  return sharp({ create }).toFormat(type).toBuffer()
}

/** A JPEG that a phone could have written: it says where it was taken, by what, and that it lies on its side. */
export async function phonePhoto(): Promise<Uint8Array> {
  const jpeg = Buffer.from(await plainPicture('jpeg', { width: 64, height: 32 }))
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff()])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([
    jpeg.subarray(0, 2),
    head,
    exif,
    jpeg.subarray(2),
    Buffer.from('<script>after the end'),
  ])
}

export const CAMERA = 'SPYCAM 9000'
/** 52 degrees and 13 minutes north, as EXIF writes it: two pairs of numbers. */
export const LATITUDE = Buffer.from([52, 0, 0, 0, 1, 0, 0, 0, 13, 0, 0, 0, 1, 0, 0, 0])

/** Little endian: make, orientation 6 (turn to the right), and a GPS directory with a latitude. */
function tiff(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const out = Buffer.alloc(12)
    out.writeUInt16LE(tag, 0)
    out.writeUInt16LE(type, 2)
    out.writeUInt32LE(count, 4)
    out.writeUInt32LE(value, 8)
    return out
  }
  const camera = Buffer.from(`${CAMERA}\0`)
  const first = 8 + 2 + 3 * 12 + 4
  const gps = first + camera.length
  const latitude = gps + 2 + 2 * 12 + 4
  const count = (n: number): Buffer => Buffer.from([n, 0])
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    count(3),
    entry(0x010f, 2, camera.length, first),
    entry(0x0112, 3, 1, 6),
    entry(0x8825, 4, 1, gps),
    Buffer.alloc(4),
    camera,
    count(2),
    entry(1, 2, 2, 'N'.charCodeAt(0)),
    entry(2, 5, 3, latitude),
    Buffer.alloc(4),
    LATITUDE,
    Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
  ])
}

/** A PNG of a few hundred bytes that says it has so many points, all of one colour. */
export function pngBomb(side: number): Uint8Array {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(Math.ceil(side / 8 + 1) * Math.min(side, 200)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
