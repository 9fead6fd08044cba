const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
/** 8 bits, red green blue alpha, no interlace */
const HEADER_REST = [8, 6, 0, 0, 0]
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/**
 * A PNG from strips of pixels (rows of `width` RGBA pixels, any number at a time), for pictures larger than a canvas may be:
 * only one strip is in memory at a time, and what comes of it.
 */
export async function pngOf(
  width: number,
  height: number,
  strips: () => AsyncGenerator<Uint8ClampedArray>,
): Promise<Blob> {
  const packing = new CompressionStream('deflate')
  const parts: BlobPart[] = [new Uint8Array(SIGNATURE), chunk('IHDR', header(width, height))]
  const read = (async () => {
    const reader = packing.readable.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parts.push(chunk('IDAT', value))
    }
  })()
  const writer = packing.writable.getWriter()
  for await (const strip of strips()) await writer.write(rows(strip, width))
  await writer.close()
  await read
  parts.push(chunk('IEND', new Uint8Array(0)))
  return new Blob(parts, { type: 'image/png' })
}

function header(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(13)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  bytes.set(HEADER_REST, 8)
  return bytes
}

/** Each row is said as its difference from the pixel at its left: flat grounds pack to nothing. */
function rows(pixels: Uint8ClampedArray, width: number): Uint8Array<ArrayBuffer> {
  const stride = width * 4
  const count = pixels.length / stride
  const out = new Uint8Array(count * (stride + 1))
  for (let row = 0; row < count; row++) {
    const from = row * stride
    const to = row * (stride + 1)
    out[to] = 1
    for (let i = 0; i < stride; i++)
      out[to + 1 + i] = (pixels[from + i] ?? 0) - (i < 4 ? 0 : (pixels[from + i - 4] ?? 0))
  }
  return out
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i)
  bytes.set(data, 8)
  view.setUint32(bytes.length - 4, crcOf(bytes.subarray(4, bytes.length - 4)))
  return bytes
}

function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (CRC[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
