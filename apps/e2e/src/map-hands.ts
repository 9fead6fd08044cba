import type { Page } from '@playwright/test'
import type { Api } from '../../../infra/testing/api.ts'
import { item } from './browsers.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Place extends Point {
  readonly w: number
  readonly h: number
  readonly parent: string | null
}

interface GraphItem {
  readonly id: string
  readonly type: string
  readonly name?: string
  readonly text?: string
  readonly place?: Place
}

export interface GraphArrow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly label: string
}

/** The board as it is stored, by the names and words of its items. */
export class Stored {
  readonly #who: Api
  readonly #board: string

  constructor(who: Api, board: string) {
    this.#who = who
    this.#board = board
  }

  async items(): Promise<GraphItem[]> {
    return (await this.#graph()).items
  }

  async arrows(): Promise<GraphArrow[]> {
    return (await this.#graph()).relations
  }

  /** Names and first words, in order of the alphabet. */
  async names(): Promise<string[]> {
    return (await this.items()).map(nameOf).sort()
  }

  async place(name: string): Promise<Place> {
    const found = (await this.items()).find((one) => nameOf(one) === name)?.place
    if (!found) throw new Error(`${name} is not stored with a place`)
    return found
  }

  /** Where all of that name lie, from the left. */
  async corners(name: string): Promise<Point[]> {
    const all = (await this.items()).flatMap((one) => (nameOf(one) === name && one.place ? [one.place] : []))
    return all.map(({ x, y }) => ({ x, y })).sort((a, b) => a.x - b.x)
  }

  /** Arrows in names: `orders > payment`. */
  async joined(): Promise<string[]> {
    const { items, relations } = await this.#graph()
    const names = new Map(items.map((one) => [one.id, nameOf(one)]))
    return relations.map((one) => `${names.get(one.from)} > ${names.get(one.to)}`).sort()
  }

  /** Empties the board and lays these out. */
  async lay(...commands: readonly Record<string, unknown>[]): Promise<void> {
    const ids = (await this.items()).map((one) => one.id)
    const wipe = ids.length > 0 ? [{ do: 'remove', ids }] : []
    await this.#who.post(`/api/boards/${this.#board}/commands`, [...wipe, ...commands])
  }

  async run(...commands: readonly Record<string, unknown>[]): Promise<void> {
    await this.#who.post(`/api/boards/${this.#board}/commands`, commands)
  }

  async #graph(): Promise<{ items: GraphItem[]; relations: GraphArrow[] }> {
    return (await this.#who.get(`/api/boards/${this.#board}/graph`)) as {
      items: GraphItem[]
      relations: GraphArrow[]
    }
  }
}

function nameOf(one: GraphItem): string {
  return (one.name ?? one.text ?? '').split('\n', 1)[0] ?? ''
}

let made = 0

/** Something to lay on a board: a command with a fresh id. */
export function lay(
  type: string,
  words: string,
  x: number,
  y: number,
  more: { readonly w?: number; readonly h?: number; readonly parent?: string } = {},
): Record<string, unknown> & { readonly id: string } {
  const size = SIZES[type] ?? { w: 168, h: 88 }
  const field = type === 'component' || type === 'boundary' ? 'name' : 'text'
  made += 1
  const id = `${type}-${made}-${'0'.repeat(21)}`.slice(0, 21)
  const { parent = null, ...sized } = more
  return { do: 'add', id, type, fields: { [field]: words }, place: { x, y, ...size, ...sized, parent } }
}

const SIZES: Readonly<Record<string, { w: number; h: number }>> = {
  component: { w: 144, h: 56 },
  note: { w: 168, h: 88 },
  factor: { w: 224, h: 88 },
  boundary: { w: 400, h: 300 },
}

/** Where a point of the board stands on the screen. */
export async function onScreen(page: Page, at: Point): Promise<Point> {
  return page.evaluate(({ x, y }) => {
    const view = document.querySelector('.react-flow__viewport')
    const rect = document.querySelector('[data-map]')?.getBoundingClientRect()
    if (!view || !rect) throw new Error('no map')
    const m = new DOMMatrix(getComputedStyle(view).transform)
    return { x: rect.x + m.e + x * m.a, y: rect.y + m.f + y * m.a }
  }, at)
}

/** Shows the board from its corner at 100 percent, whatever lay in view before. */
export async function lookAtCorner(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('body').press('!')
  await restOf(page)
}

/** Waits until the view has stood still for a third of a second: a panel that opens may still move it. */
export async function restOf(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let before = ''
        let since = performance.now()
        const look = (): void => {
          const view = document.querySelector('.react-flow__viewport')
          const now = `${view && getComputedStyle(view).transform} ${document.querySelector('[data-map]')?.clientWidth}`
          if (now !== before) since = performance.now()
          before = now
          if (performance.now() - since > 330) done()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}

/** Presses at a point of the board and pulls to another; the button stays down when told. */
export async function pull(
  page: Page,
  from: Point,
  to: Point,
  hold: { readonly down?: boolean; readonly steps?: number } = {},
): Promise<void> {
  await restOf(page)
  const a = await onScreen(page, from)
  const b = await onScreen(page, to)
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move(b.x, b.y, { steps: hold.steps ?? 6 })
  if (!hold.down) await page.mouse.up()
}

export async function click(page: Page, at: Point, modifier?: 'Shift'): Promise<void> {
  await restOf(page)
  const { x, y } = await onScreen(page, at)
  if (modifier) await page.keyboard.down(modifier)
  await page.mouse.click(x, y)
  if (modifier) await page.keyboard.up(modifier)
}

/** Where the map shows an item, in units of the board. */
export async function shownAt(page: Page, name: string): Promise<Point> {
  const id = await item(page, name).getAttribute('data-item')
  return page.locator(`.react-flow__node[data-id="${id}"]`).evaluate((node) => {
    const m = new DOMMatrix(getComputedStyle(node).transform)
    return { x: Math.round(m.e), y: Math.round(m.f) }
  })
}

/** Pastes plain text on the map. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
  }, text)
}

/** The colour over the map at a point of the board, moved by pixels of the screen, as `r g b`; empty where nothing is. */
export async function overAt(page: Page, at: Point, by: Point): Promise<string> {
  const point = await onScreen(page, at)
  return page.evaluate(
    ({ x, y }) => {
      const all = [...document.querySelectorAll<HTMLCanvasElement>('[data-map] > canvas')]
      const over = all.at(-1)
      const rect = over?.getBoundingClientRect()
      if (!over || !rect) throw new Error('no map')
      const scale = over.width / rect.width
      const pixel = over
        .getContext('2d')
        ?.getImageData(Math.round((x - rect.x) * scale), Math.round((y - rect.y) * scale), 1, 1).data
      return pixel && pixel[3] === 255 ? `${pixel[0]} ${pixel[1]} ${pixel[2]}` : ''
    },
    { x: point.x + by.x, y: point.y + by.y },
  )
}

/** The colour of somebody's hand, as the page of another shows it, as `r g b`. */
export async function handColour(page: Page, name: string): Promise<string> {
  return page.locator(`[data-cursor="${name}"] span`).evaluate((tag) => {
    const colour = getComputedStyle(tag).backgroundColor
    return (colour.match(/\d+/g) ?? []).slice(0, 3).join(' ')
  })
}
