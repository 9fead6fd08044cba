import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../../../infra/testing/find-chromium.ts'
import { installPeers } from '../servers/contenders.ts'
import { median } from '../table.ts'
import { benchBoard } from './board.ts'
import type { CanvasContender } from './contender.ts'
import { type Frames, heapBytes } from './frames.ts'
import { ourCanvas } from './our-canvas.ts'
import { peerCanvas } from './peer-canvas.ts'
import { PeerPages } from './peer-pages.ts'
import { type Measured, printCanvas } from './print.ts'
import { works } from './works.ts'

const PEERS = [
  ['tldraw', 'tldraw 5.4'],
  ['excalidraw', 'Excalidraw 0.18'],
  ['react-flow', 'React Flow 12, textbook'],
] as const

const HELP = `npm run bench -w apps/bench -- canvas [options]: our map beside other canvases, in a real browser

  --items 100,1000,5000   items on the board, with 1.3 arrows each
  --only ours,${PEERS.map(([id]) => id).join(',')}
                          only these
  --work ${works([])
    .map((work) => work.id)
    .join(',')}
                          only these works
  --rounds N              rounds, medians are shown (1)
  --seconds N             length of a measurement (4)

Build first (npm run build). Gestures come from a real mouse. What others do comes over the network for ours, from a
timer in the page for a peer.
`

/** The canvas table; returns the exit code. */
export async function benchCanvas(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      items: { type: 'string', default: '100,1000,5000' },
      only: { type: 'string' },
      work: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '4' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const only = values.only?.split(',')
  const pages = new PeerPages()
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
  const ours = ourCanvas(browser)
  try {
    const contenders = [ours, ...(await peers(browser, pages, only))].filter(
      ({ id }) => only === undefined || only.includes(id),
    )
    let missed = 0
    for (const n of values.items.split(',').map(Number)) {
      const measured: Measured[] = []
      for (const contender of contenders)
        measured.push(await measure(contender, n, Number(values.rounds), Number(values.seconds), values.work))
      missed += printCanvas(n, measured)
    }
    process.stdout.write(missed === 0 ? '\nEvery target holds.\n' : `\nTargets missed: ${missed}\n`)
  } finally {
    await browser.close()
    await ours.down()
    pages.down()
  }
  return 0
}

async function peers(
  browser: Browser,
  pages: PeerPages,
  only: readonly string[] | undefined,
): Promise<CanvasContender[]> {
  const wanted = PEERS.filter(([id]) => only === undefined || only.includes(id))
  if (wanted.length === 0) return []
  const why = installPeers()
  if (why !== null) {
    process.stdout.write(`Without peers: ${why}\n`)
    return []
  }
  await pages.up()
  return wanted.map(([id, name]) => peerCanvas(id, name, browser, pages))
}

async function measure(
  contender: CanvasContender,
  n: number,
  rounds: number,
  seconds: number,
  only: string | undefined,
): Promise<Measured> {
  const { central } = benchBoard(n)
  const ready: number[] = []
  const heap: number[] = []
  const found = new Map<string, Frames[]>()
  let bytes = 0
  let failed: string | null = null
  for (let round = 0; round < rounds && failed === null; round++) {
    process.stderr.write(`  ${n} items: ${contender.name} …\n`)
    try {
      const canvas = await contender.open(n)
      bytes = canvas.bytes
      ready.push(canvas.readyMs)
      await canvas.page.waitForTimeout(1_500)
      heap.push(await heapBytes(canvas.page))
      for (const work of works(central)) {
        if (only !== undefined && !only.split(',').includes(work.id)) continue
        await canvas.atHalfSize()
        await canvas.page.waitForTimeout(500)
        found.set(work.id, [...(found.get(work.id) ?? []), await work.run(canvas, seconds)])
      }
      await canvas.close()
    } catch (error) {
      failed = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    }
  }
  return {
    id: contender.id,
    name: contender.name,
    failed,
    bytes,
    readyMs: median(ready),
    heapBytes: median(heap),
    works: new Map([...found].map(([id, list]) => [id, medians(list)])),
  }
}

function medians(list: readonly Frames[]): Frames {
  const of = (pick: (frames: Frames) => number): number => median(list.map(pick))
  return { perSecond: of((f) => f.perSecond), p95: of((f) => f.p95), busy: of((f) => f.busy) }
}
