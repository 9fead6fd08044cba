import type { OpenCanvas } from './contender.ts'
import { type Frames, measureFrames } from './frames.ts'

export interface Work {
  readonly id: string
  readonly name: string
  run(canvas: OpenCanvas, seconds: number): Promise<Frames>
}

const HERTZ = 20
const STEP_MS = 16
const SETTLE_MS = 700

/** One step of a hand every frame or so, for as long as frames are counted. */
async function during(
  canvas: OpenCanvas,
  seconds: number,
  step: (i: number) => Promise<void>,
): Promise<Frames> {
  const measured = measureFrames(canvas.page, seconds)
  const until = Date.now() + seconds * 1000
  for (let i = 0; Date.now() < until; i++) {
    await step(i)
    await canvas.page.waitForTimeout(STEP_MS)
  }
  return measured
}

async function pan(canvas: OpenCanvas, seconds: number): Promise<Frames> {
  await canvas.page.mouse.move(720, 450)
  return during(canvas, seconds, (i) => canvas.page.mouse.wheel(Math.sin(i / 20) * 40, Math.cos(i / 20) * 40))
}

/** Out until the board fits (or a tenth), and in again, over and over. */
async function zoom(canvas: OpenCanvas, seconds: number): Promise<Frames> {
  await canvas.page.mouse.move(720, 450)
  await canvas.page.keyboard.down('Control')
  let way = 1
  let seen = 0.5
  const frames = await during(canvas, seconds, async (i) => {
    if (i % 6 === 0) seen = await canvas.zoom()
    if (seen <= 0.12) way = -1
    if (seen >= 0.5) way = 1
    await canvas.page.mouse.wheel(0, way * 30)
  })
  await canvas.page.keyboard.up('Control')
  return frames
}

async function drag(canvas: OpenCanvas, seconds: number, id: string): Promise<Frames> {
  const from = await canvas.center(id)
  const { mouse } = canvas.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 6, from.y + 6)
  const frames = await during(canvas, seconds, (i) =>
    mouse.move(from.x + Math.sin(i / 12) * 90, from.y + Math.cos(i / 12) * 90),
  )
  await mouse.move(from.x, from.y)
  await mouse.up()
  return frames
}

async function whileOthers(
  canvas: OpenCanvas,
  start: () => Promise<void>,
  watch: () => Promise<Frames>,
): Promise<Frames> {
  await start()
  await canvas.page.waitForTimeout(SETTLE_MS)
  try {
    return await watch()
  } finally {
    await canvas.stop()
  }
}

/** What hands do on a board, at half size with the middle of the board in view. `ids`: one in the middle. */
export function works(central: readonly string[]): readonly Work[] {
  const one = central[0] ?? ''
  return [
    { id: 'pan', name: 'pan', run: pan },
    { id: 'zoom', name: 'zoom to fit and in', run: zoom },
    { id: 'drag-one', name: 'drag one', run: (canvas, seconds) => drag(canvas, seconds, one) },
    {
      id: 'drag-fifty',
      name: 'drag fifty',
      async run(canvas, seconds) {
        const hold = await canvas.selectFifty()
        const frames = await drag(canvas, seconds, hold)
        await canvas.clearSelection()
        return frames
      },
    },
    {
      id: 'moved',
      name: 'fifty moved by others',
      run: (canvas, seconds) =>
        whileOthers(
          canvas,
          () => canvas.startMoves(HERTZ),
          () => measureFrames(canvas.page, seconds),
        ),
    },
    {
      id: 'cursors',
      name: 'fifty cursors',
      run: (canvas, seconds) =>
        whileOthers(
          canvas,
          () => canvas.startCursors(HERTZ),
          () => measureFrames(canvas.page, seconds),
        ),
    },
    {
      id: 'all',
      name: 'pan while fifty move and fifty point',
      run: (canvas, seconds) =>
        whileOthers(
          canvas,
          async () => {
            await canvas.startMoves(HERTZ)
            await canvas.startCursors(HERTZ)
          },
          () => pan(canvas, seconds),
        ),
    },
  ]
}
