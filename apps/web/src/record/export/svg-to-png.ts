import { pngOf } from './png-writer.ts'

/** No side of a canvas is larger: beyond it browsers give back an empty one. */
const MOST_SIDE = 8_192
const STRIP_PIXELS = 4_000_000
/** So many pixels are drawn at twice the size of the map; a larger picture is less sharp, and never refused. */
const MOST_PIXELS = 160_000_000

/** An SVG as PNG, at twice its size. The SVG must carry its fonts: an image sees no page. */
export async function svgToPng(svg: string): Promise<Blob> {
  const size = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg)
  const width = Number(size?.[1] ?? 320)
  const height = Number(size?.[2] ?? 100)
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const picture = {
    image,
    scale,
    w: Math.max(1, Math.round(width * scale)),
    h: Math.max(1, Math.round(height * scale)),
  }
  return picture.w <= MOST_SIDE && picture.h <= MOST_SIDE ? atOnce(picture) : inStrips(picture)
}

interface Picture {
  readonly image: HTMLImageElement
  readonly scale: number
  readonly w: number
  readonly h: number
}

function atOnce(picture: Picture): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.w, picture.h)
  draw(canvas, picture, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

function inStrips(picture: Picture): Promise<Blob> {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / picture.w))
  return pngOf(picture.w, picture.h, async function* () {
    for (let y = 0; y < picture.h; y += rows) yield strip(picture, y, Math.min(rows, picture.h - y))
  })
}

/** Rows of a picture as pixels, from as many canvases as its width needs. */
function strip(picture: Picture, y: number, rows: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(picture.w * rows * 4)
  for (let x = 0; x < picture.w; x += MOST_SIDE) {
    const w = Math.min(MOST_SIDE, picture.w - x)
    const canvas = new OffscreenCanvas(w, rows)
    const { data } = draw(canvas, picture, x, y).getImageData(0, 0, w, rows)
    for (let row = 0; row < rows; row++)
      pixels.set(data.subarray(row * w * 4, (row + 1) * w * 4), (row * picture.w + x) * 4)
  }
  return pixels
}

function draw(canvas: OffscreenCanvas, { image, scale }: Picture, x: number, y: number) {
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('this browser gives no canvas to draw on')
  brush.translate(-x, -y)
  brush.scale(scale, scale)
  brush.drawImage(image, 0, 0)
  return brush
}
