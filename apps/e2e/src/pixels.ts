import type { Page } from '@playwright/test'

/** How far two pictures of one size lie apart. */
export interface Apart {
  /** of all pixels, those that the other picture has nowhere near, 0 to 1 */
  readonly share: number
  /** the same within the tile of 32 by 32 pixels that differs most */
  readonly worst: number
  /** where that tile begins */
  readonly at: { readonly x: number; readonly y: number }
  /** the second picture, pale, with what differs in magenta: a PNG, as base64 */
  readonly picture: string
}

/**
 * Compares two PNG pictures in a page. Letters and curves are smoothed differently on a canvas and in a picture, by a
 * part of a pixel: at an edge a pixel differs where none of the nine round it in the other picture comes near its
 * colour. Where both pictures are of one colour all round, even a slightly other tint differs.
 */
export async function compare(page: Page, one: Buffer, other: Buffer): Promise<Apart> {
  return page.evaluate(
    async ([first, second]) => {
      const TILE = 32
      /** of 255, in any channel: at an edge, and in the middle of a colour */
      const [NEAR, SAME] = [40, 2]
      const read = async (base64: string): Promise<ImageData> => {
        const image = new Image()
        image.src = `data:image/png;base64,${base64}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const brush = canvas.getContext('2d', { willReadFrequently: true })
        if (!brush) throw new Error('no canvas')
        brush.drawImage(image, 0, 0)
        return brush.getImageData(0, 0, image.width, image.height)
      }
      const [a, b] = [await read(first), await read(second)]
      if (a.width !== b.width || a.height !== b.height) throw new Error('not of one size')
      const { width, height } = a
      /** how far a pixel lies from one of the other picture */
      const between = (from: ImageData, at: number, to: ImageData, there: number): number => {
        let most = 0
        for (let channel = 0; channel < 3; channel += 1)
          most = Math.max(most, Math.abs((from.data[at + channel] ?? 0) - (to.data[there + channel] ?? 0)))
        return most
      }
      /** how far it lies from the nine there: the nearest and the farthest of them */
      const round = (from: ImageData, to: ImageData, x: number, y: number): [number, number] => {
        const at = 4 * (y * width + x)
        let [least, most] = [255, 0]
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue
            const far = between(from, at, to, 4 * ((y + dy) * width + x + dx))
            least = Math.min(least, far)
            most = Math.max(most, far)
          }
        }
        return [least, most]
      }
      const differsAt = (x: number, y: number): boolean => {
        const at = 4 * (y * width + x)
        const apart = between(a, at, b, at)
        if (apart <= SAME) return false
        const isFlat = round(a, a, x, y)[1] <= SAME && round(b, b, x, y)[1] <= SAME
        return isFlat || round(a, b, x, y)[0] > NEAR || round(b, a, x, y)[0] > NEAR
      }
      const across = Math.ceil(width / TILE)
      const tiles = new Array<number>(across * Math.ceil(height / TILE)).fill(0)
      const shown = new ImageData(width, height)
      let count = 0
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = 4 * (y * width + x)
          const differs = differsAt(x, y)
          const pale = (channel: number): number => 170 + (b.data[at + channel] ?? 0) / 3
          shown.data.set(differs ? [200, 0, 160, 255] : [pale(0), pale(1), pale(2), 255], at)
          if (!differs) continue
          count += 1
          const tile = Math.floor(y / TILE) * across + Math.floor(x / TILE)
          tiles[tile] = (tiles[tile] ?? 0) + 1
        }
      }
      const worst = tiles.indexOf(Math.max(...tiles))
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      canvas.getContext('2d')?.putImageData(shown, 0, 0)
      return {
        share: count / (width * height),
        worst: (tiles[worst] ?? 0) / (TILE * TILE),
        at: { x: (worst % across) * TILE, y: Math.floor(worst / across) * TILE },
        picture: canvas.toDataURL('image/png').slice('data:image/png;base64,'.length),
      }
    },
    [one.toString('base64'), other.toString('base64')] as const,
  )
}
