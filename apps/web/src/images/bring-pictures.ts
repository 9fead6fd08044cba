import { type ItemId, LIMITS } from '@second-story/board'
import type { Image } from '@second-story/protocol'
import { useBoardUi } from '../board/board-ui.ts'
import { holderOf, stored } from '../map/actions/adopt.ts'
import { openSpot } from '../map/actions/open-spot.ts'
import type { Point } from '../map/geometry/box.ts'
import { currentStage } from '../map/stage/current-stage.ts'
import { openPlace } from '../outline/make-item.ts'
import { writeLayer } from '../review/write-layer.ts'
import type { BoardSession } from '../session/board-session.ts'
import { closeToast, toast } from '../ui/toast.ts'
import { whyNot } from './picture-file.ts'
import { placed } from './placed.ts'
import { sendPicture } from './send-picture.ts'
import { say } from './words.ts'

/** ms after which it is said that it takes a while */
const SOON = 500

/**
 * Brings pictures onto the board: each is sent, and lies on the map once it is safe where it is kept; then it is selected. Nothing is
 * put on the board of one that could not be sent. `at`: where the first one's middle comes to lie; null: where there is room.
 */
export async function bringPictures(
  session: BoardSession,
  files: readonly File[],
  at: Point | null,
): Promise<void> {
  if (files.length === 0) return
  const why = session.mayWrite() ? (whyNot(files) ?? whyNotNow(session)) : say.looksOn
  if (why !== null) {
    toast(why, session.mayWrite() ? { tone: 'error' } : {})
    return
  }
  const { layer, fields } = writeLayer(session, 'image')
  const sent = await sendAll(session, files, layer)
  if (sent.length === 0) return
  const commands = commandsFor(session, sent, at).map((one) => ({
    ...one,
    layer,
    fields: { ...fields, ...one.fields },
  }))
  const done = session.do(commands, sent.length === 1 ? say.added : say.addedMany(sent.length))
  if (!done.ok) return
  const ui = useBoardUi.getState()
  ui.select(commands.map(({ id }) => id as ItemId))
  ui.set({ tool: 'select', adding: false })
  // away from the map nothing else would show that it has come
  const [first] = commands
  if (!currentStage.get() && first) ui.set({ opened: first.id as ItemId })
}

/** Puts another picture where one lies; its place and its words stay. */
export async function replacePicture(session: BoardSession, id: ItemId, file: File): Promise<void> {
  const item = session.live.snapshot.items.get(id)
  if (item?.type !== 'image') return
  const why = whyNot([file]) ?? whyNotNow(session)
  if (why !== null) {
    toast(why, { tone: 'error' })
    return
  }
  const [image] = await sendAll(session, [file], item.layer)
  if (!image) return
  session.do([{ do: 'set', id, fields: fieldsOf(image) }], say.replaced)
}

function whyNotNow(session: BoardSession): string | null {
  const { state } = session.saved.get()
  return state === 'offline' || state === 'stopped' || state === 'retrying' ? say.offline : null
}

/** One after the other; those that arrived before it was given up, or before one failed, stay. */
async function sendAll(
  session: BoardSession,
  files: readonly File[],
  layer: Parameters<typeof sendPicture>[2],
): Promise<readonly Image[]> {
  const giveUp = new AbortController()
  const telling = new Telling(files.length, giveUp)
  const sent: Image[] = []
  try {
    for (const [index, file] of files.entries()) {
      const onSent = (share: number): void => telling.tell(index, share)
      sent.push(await sendPicture(session, file, layer, { signal: giveUp.signal, onSent }))
    }
  } catch (error) {
    const isGivenUp = giveUp.signal.aborted
    toast(isGivenUp ? say.cancelled : (error as Error).message, isGivenUp ? {} : { tone: 'error' })
    return isGivenUp ? [] : sent
  } finally {
    telling.end()
  }
  return sent
}

/** Says how far it has come, once it takes longer than a moment; there it can be given up. */
class Telling {
  readonly #of: number
  readonly #giveUp: AbortController
  readonly #began = Date.now()
  #toast: number | null = null
  #said = ''

  constructor(of: number, giveUp: AbortController) {
    this.#of = of
    this.#giveUp = giveUp
  }

  tell(index: number, share: number): void {
    if (Date.now() - this.#began < SOON) return
    const percent = Math.floor(share * 10) * 10
    const words =
      share >= 1
        ? say.reading
        : this.#of === 1
          ? say.bringing(percent)
          : say.bringingOne(index + 1, this.#of, percent)
    if (words === this.#said) return
    this.#said = words
    const action = { label: say.cancel, onPress: () => this.#giveUp.abort() }
    this.#toast = toast(words, { key: 'picture', for: 0, action })
  }

  end(): void {
    if (this.#toast !== null) closeToast(this.#toast)
  }
}

interface Added {
  readonly do: 'add'
  readonly id: string
  readonly type: 'image'
  readonly fields: Readonly<Record<string, unknown>>
  readonly place: unknown
}

function commandsFor(session: BoardSession, images: readonly Image[], at: Point | null): Added[] {
  const stage = currentStage.get()
  const add = (image: Image, place: unknown): Added => ({
    do: 'add',
    id: session.makeId(),
    type: 'image',
    fields: fieldsOf(image),
    place,
  })
  // away from the map, as on a phone's list
  if (!stage)
    return images.map((image) => add(image, openPlace(session.live.snapshot, 'image', placed(image))))
  const view = stage.area()
  const middle = at ?? { x: view.x + view.w / 2, y: view.y + view.h / 2 }
  let next = middle
  return images.map((image) => {
    const size = placed(image)
    const box =
      at === null
        ? openSpot(stage.scene, next, size)
        : { x: Math.round(next.x - size.w / 2), y: Math.round(next.y - size.h / 2), ...size }
    next = { x: box.x + box.w + 24 + size.w / 2, y: box.y + box.h / 2 }
    return add(image, stored(box, holderOf(stage.scene, null, box, new Set()), ''))
  })
}

function fieldsOf({ id, width, height }: Image): Record<string, unknown> {
  const scale = Math.min(1, LIMITS.size / Math.max(width, height))
  return {
    picture: id,
    naturalWidth: Math.round(width * scale),
    naturalHeight: Math.round(height * scale),
  }
}
