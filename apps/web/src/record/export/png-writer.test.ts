import { inflateSync } from 'node:zlib'
import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import { pngOf } from './png-writer.ts'

/** Reads back what `pngOf` writes: 8 bits RGBA, one filter. */
async function pixelsOf(png: Blob): Promise<{ width: number; height: number; pixels: number[] }> {
  const bytes = Buffer.from(await png.arrayBuffer())
  let at = 8
  let [width, height] = [0, 0]
  const data: Buffer[] = []
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(data))
  const pixels: number[] = []
  for (let row = 0; row < height; row++) {
    const from = row * (width * 4 + 1)
    expect(raw[from]).toBe(1)
    for (let i = 0; i < width * 4; i++) {
      const left = i < 4 ? 0 : (pixels.at(-4) ?? 0)
      pixels.push(((raw[from + 1 + i] ?? 0) + left) & 255)
    }
  }
  return { width, height, pixels }
}

test('a picture in strips of any height is the same picture', async () => {
  const random = seededRandom(3)
  const [width, height] = [37, 23]
  const pixels = Uint8ClampedArray.from({ length: width * height * 4 }, () => Math.floor(random() * 256))
  for (const rows of [1, 7, 23]) {
    const png = await pngOf(width, height, async function* () {
      for (let y = 0; y < height; y += rows)
        yield pixels.subarray(y * width * 4, Math.min(height, y + rows) * width * 4)
    })
    expect(await pixelsOf(png)).toEqual({ width, height, pixels: [...pixels] })
  }
})
