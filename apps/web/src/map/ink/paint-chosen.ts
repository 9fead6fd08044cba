import { drawingsOf, type InkDrawing, type Stroke, type StrokeId } from '@second-story/board'
import { inkWidth, type PathMark, paintDrawing, sketchStroke, THEMES } from '@second-story/picture'
import { type Context, onScreen } from '../canvas/overlay/pen.ts'
import { around, overlaps } from '../geometry/box.ts'
import type { Stage } from '../stage/stage.ts'
import { onBoard } from './paint-wet.ts'
import { say } from './words.ts'

/** Lines that glow one by one; of more than these only the box round them is shown. */
const MOST_GLOWING = 200

const glows = new WeakMap<Stroke, PathMark>()

/** What is selected of the ink: a glow along each line, and a box round several. */
export function paintChosen(context: Context, stage: Stage, chosen: ReadonlySet<StrokeId>): void {
  const { strokes, held, by } = stage.ink.scene
  const all = [...chosen].flatMap((id) => strokes.get(id) ?? [])
  if (all.length === 0) return
  const theme = THEMES[stage.theme]
  const moved = held.size > 0 ? by : { x: 0, y: 0 }
  onBoard(context, stage, () => {
    context.translate(moved.x, moved.y)
    if (all.length <= MOST_GLOWING) paintDrawing(context, { marks: all.map(glowOf) }, theme)
  })
  const box = all.length > 1 ? around(all.map((stroke) => stroke.box)) : null
  if (!box) return
  const { x, y, w, h } = onScreen(stage, { ...box, x: box.x + moved.x, y: box.y + moved.y })
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  context.setLineDash([3, 4])
  context.strokeRect(x - 8, y - 8, w + 16, h + 16)
  context.setLineDash([])
}

function glowOf(stroke: Stroke): PathMark {
  let mark = glows.get(stroke)
  if (!mark) {
    mark = { ...sketchStroke(stroke), stroke: 'hand', width: inkWidth(stroke) + 7, opacity: 0.32 }
    glows.set(stroke, mark)
  }
  return mark
}

const MOST_TAGS = 40
let tagged: { readonly of: ReadonlyMap<StrokeId, Stroke>; readonly drawings: readonly InkDrawing[] } | null =
  null

/** Over what nobody else can see, in words. */
export function paintOnlyYou(context: Context, stage: Stage): void {
  const { strokes } = stage.ink.scene
  if (tagged?.of !== strokes) {
    const own = new Map([...strokes].filter(([, { layer }]) => layer === 'own'))
    tagged = { of: strokes, drawings: own.size > 0 ? drawingsOf(own) : [] }
  }
  if (tagged.drawings.length === 0) return
  const theme = THEMES[stage.theme]
  const area = stage.area()
  context.font = '600 10.5px "Hanken Grotesk", system-ui, sans-serif'
  context.textAlign = 'start'
  context.lineJoin = 'round'
  for (const { box } of tagged.drawings.filter((one) => overlaps(one.box, area)).slice(0, MOST_TAGS)) {
    const { x, y } = stage.toScreen(box)
    context.strokeStyle = theme.paper
    context.lineWidth = 4
    context.strokeText(say.onlyYou, x, y - 9)
    context.fillStyle = theme['ink-3']
    context.fillText(say.onlyYou, x, y - 9)
  }
}
