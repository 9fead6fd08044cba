import { gzipSync } from 'node:zlib'
import { seededRandom } from '@second-story/std'
import { expect, it } from 'vitest'
import { asGzip, pack, packingOf, unpack, unpackSync } from './packing.ts'

const random = seededRandom(4)
const samples = [0, 1, 2, 17, 300, 5_000, 80_000].map((length) =>
  Uint8Array.from({ length }, () => Math.floor(random() ** 3 * 256)),
)

it('what is packed is told from what an earlier version packed, and both come back whole', async () => {
  for (const bytes of samples) {
    const packed = pack(bytes)
    expect(packingOf(packed)).toBe('br')
    const before = gzipSync(bytes)
    expect(packingOf(before)).toBe('gzip')
    for (const kept of [packed, before, await asGzip(packed), await asGzip(before)]) {
      expect(Buffer.compare(unpackSync(kept), bytes)).toBe(0)
      expect(Buffer.compare(await unpack(kept), bytes)).toBe(0)
    }
    expect(packingOf(await asGzip(packed))).toBe('gzip')
  }
})

it('what is packed already is not packed anew', async () => {
  const before = gzipSync(new Uint8Array([1, 2, 3]))
  expect(await asGzip(before)).toBe(before)
})
