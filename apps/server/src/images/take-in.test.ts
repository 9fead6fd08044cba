import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { CAMERA, LATITUDE, phonePhoto, plainPicture, pngBomb } from './pictures-for-tests.ts'
import { type TakenIn, takeIn } from './take-in.ts'

async function taken(bytes: Uint8Array): Promise<TakenIn> {
  const result = await takeIn({ bytes })
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('a photo from a phone', () => {
  test('says nothing any more of where, by whom and with what it was taken', async () => {
    const photo = Buffer.from(await phonePhoto())
    // what the test begins with does say it
    const before = await sharp(photo).metadata()
    expect(before.orientation).toBe(6)
    expect(before.exif?.includes(LATITUDE)).toBe(true)
    expect(photo.includes(CAMERA)).toBe(true)
    const { files } = await taken(photo)
    for (const { bytes } of files) {
      const kept = Buffer.from(bytes)
      expect(kept.includes(CAMERA)).toBe(false)
      expect(kept.includes('Exif')).toBe(false)
      expect(kept.includes(LATITUDE)).toBe(false)
      expect(kept.includes('script')).toBe(false)
      const after = await sharp(kept).metadata()
      expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(
        Array(5).fill(undefined),
      )
    }
  })

  test('stands the right way up', async () => {
    expect(await taken(await phonePhoto())).toMatchObject({ width: 32, height: 64 })
  })
})

test.each(['png', 'jpeg', 'gif', 'webp'] as const)('%s is taken, and kept as PNG or JPEG', async (type) => {
  const { width, height, files } = await taken(await plainPicture(type))
  expect([width, height, files.length]).toEqual([40, 20, 1])
  expect(['image/png', 'image/jpeg']).toContain(files[0]?.type)
})

test('a large one has smaller copies, and is itself no larger than 4096 across', async () => {
  const { width, height, files } = await taken(await plainPicture('jpeg', { width: 5000, height: 2500 }))
  expect([width, height]).toEqual([4096, 2048])
  const widths = await Promise.all(
    files.map(async ({ bytes }) => (await sharp(Buffer.from(bytes)).metadata()).width),
  )
  expect(widths).toEqual([4096, 320, 1280])
  expect(files.map((file) => file.width)).toEqual([0, 320, 1280])
})

test('what shines through goes on shining through', async () => {
  const create = { width: 10, height: 10, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0.4 } }
  const { files } = await taken(await sharp({ create }).webp().toBuffer())
  expect(files[0]?.type).toBe('image/png')
  expect((await sharp(Buffer.from(files[0]?.bytes ?? [])).stats()).isOpaque).toBe(false)
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

test.each([
  ['an SVG', Buffer.from(SVG), /no PNG/],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), /no PNG/],
  ['nothing', new Uint8Array(0), /no PNG/],
  ['a PDF', Buffer.from('%PDF-1.7'), /no PNG/],
  ['a TIFF', Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]), /no PNG/],
  [
    'an SVG that begins like a JPEG',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(SVG)]),
    /damaged/,
  ],
  ['a PNG of 400 million points', pngBomb(20_000), /400 million points/],
])('%s is refused with words', async (_what, bytes, words) => {
  const before = process.memoryUsage().rss
  expect(await takeIn({ bytes })).toMatch(words)
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
})

test('a picture that breaks off is refused', async () => {
  const whole = await plainPicture('png', { width: 400, height: 400 })
  expect(await takeIn({ bytes: whole.subarray(0, whole.length - 40) })).toMatch(/damaged/)
})
