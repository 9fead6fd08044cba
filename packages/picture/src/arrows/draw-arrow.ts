import { ARROW_LOOKS, type ArrowLook, type BoardSnapshot, type Relation } from '@second-story/board'
import { indexOf } from '../board-index.ts'
import type { Box, Font, Mark } from '../drawing.ts'
import { round } from '../text/lines.ts'
import { measure } from '../text/measure.ts'
import type { Paint } from '../themes.ts'
import { pointAlong } from './along.ts'
import { type ArrowWords, LIT_WORDS, placeWords, WORDS, wordsOn } from './arrow-words.ts'
import { head, headLength } from './heads.ts'
import { lineOf } from './line.ts'
import type { Ports } from './port.ts'
import { elbow, type Route, selfLoop, thread } from './route.ts'
import { facing } from './sides.ts'
import { straight } from './straight.ts'

export interface Arrow {
  readonly d: string
  /** the line and its head */
  readonly lines: readonly Mark[]
  /** over the lines of all arrows, so that none strikes them through */
  readonly words: readonly Mark[]
  /** its words and where they stand: x is their middle, y their baseline; the editor of the words goes there */
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null
  /** what it covers, words and head included */
  readonly box: Box
  /** flat x, y, x, y …, for hit tests */
  readonly points: readonly number[]
}

export interface ArrowLookAround {
  readonly board: BoardSnapshot
  /** from `arrowPorts`; without them it goes from middle to middle */
  readonly ports?: Ports | undefined
  /** selected, or next to what is selected */
  readonly lit?: boolean
}

/** An arrow between two boxes, in canvas units. System arrows turn at right angles, threads curve, unless people chose. */
export function drawArrow(relation: Relation, from: Box, to: Box, around: ArrowLookAround): Arrow {
  const look = ARROW_LOOKS[relation.kind]
  const route = routeOf(relation, from, clearOfCloud(relation, to, around), look, around.ports)
  const paint: Paint = around.lit ? 'hand' : look.thread ? 'thread' : 'arrow'
  const line: Mark = {
    mark: 'path',
    d: route.d,
    stroke: paint,
    width: around.lit ? 2 : look.thread ? 1.4 : 1.5,
    ...dashOf(look),
  }
  const end = head(look, route.tip, route.angle, paint)
  const text = relation.label.trim() || look.words
  const words =
    relation.wordsAt === undefined
      ? placeWords(text, route.places, lineOf(relation) === 'curved')
      : wordsOn(text, pointAlong(route.points, relation.wordsAt))
  const font = around.lit ? LIT_WORDS : WORDS
  const said: Mark[] = []
  if (words) {
    // between two words the line would show
    if (words.anchor === 'middle' && words.text.includes(' ')) said.push(behind(words, font, around.board))
    said.push({
      mark: 'text',
      x: words.x,
      y: words.y,
      text: words.text,
      font,
      fill: around.lit ? 'hand' : 'ink-2',
      anchor: words.anchor,
      halo: groundAt(around.board, words.x, words.y),
    })
  }
  const width = words ? measure(words.text, font) : 0
  const label = words
    ? { x: round(words.x + AHEAD[words.anchor] * width), y: words.y, text: words.text }
    : null
  return {
    d: route.d,
    lines: end ? [line, end] : [line],
    words: said,
    label,
    box: boxOf(route.points, label, width),
    points: route.points,
  }
}

function routeOf(relation: Relation, from: Box, to: Box, look: ArrowLook, ports: Ports | undefined): Route {
  const short = headLength(look)
  const line = lineOf(relation)
  if (relation.from === relation.to)
    return selfLoop(from, short, ports?.lane, relation.line === 'angled' || relation.line === 'straight')
  const way = ports ?? { ...facing(from, to), fromOffset: 0, toOffset: 0 }
  switch (line) {
    case 'straight':
      return straight(from, to, way, short)
    case 'curved':
      return thread(from, to, way, short)
    case 'angled':
      return elbow(from, to, way, short)
  }
}

/** The cloud of an external component rises above its box: arrows from above end over it. */
function clearOfCloud(relation: Relation, to: Box, { board, ports }: ArrowLookAround): Box {
  const item = board.items.get(relation.to)
  const rises = item?.type === 'component' && item.kind === 'external' && ports?.to === 'top'
  return rises && ports.toOffset > to.w / 2 - 64 ? { ...to, y: to.y - CLOUD, h: to.h + CLOUD } : to
}

const CLOUD = 11

function dashOf(look: ArrowLook): { dash?: readonly number[]; cap?: 'round' } {
  switch (look.line) {
    case 'solid':
      return {}
    case 'dashed':
      return { dash: [5, 4] }
    case 'dotted':
      return { dash: [1.5, 4], cap: 'round' }
  }
}

/** The colour behind the words: that of the smallest boundary they stand in, or paper. */
function groundAt(board: BoardSnapshot, x: number, y: number): Paint {
  let ground: Paint = 'paper'
  let smallest = Number.POSITIVE_INFINITY
  for (const { place, tint } of indexOf(board).boundaries) {
    if (!place || x < place.x || x > place.x + place.w || y < place.y || y > place.y + place.h) continue
    const area = place.w * place.h
    if (area >= smallest) continue
    smallest = area
    ground = `bound-${tint}`
  }
  return ground
}

/** A patch of the ground behind words on a line. */
function behind({ x, y, text }: ArrowWords, font: Font, board: BoardSnapshot): Mark {
  const width = measure(text, font)
  const [left, top] = [round(x - width / 2), round(y - 8)]
  return {
    mark: 'path',
    d: `M${left} ${top}h${round(width)}v10h${-round(width)}Z`,
    fill: groundAt(board, x, y),
  }
}

/** From the anchor of words to their middle, in widths. */
const AHEAD = { start: 0.5, middle: 0, end: -0.5 } as const

/** Room round the line for its head. */
const MARGIN = 8

function boxOf(points: readonly number[], label: Arrow['label'], width: number): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  const add = (x: number, y: number): void => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  for (let at = 0; at + 1 < points.length; at += 2) add(points[at] ?? 0, points[at + 1] ?? 0)
  if (label) {
    add(label.x - width / 2, label.y - 10)
    add(label.x + width / 2, label.y + 4)
  }
  return {
    x: round(left - MARGIN),
    y: round(top - MARGIN),
    w: round(right - left + 2 * MARGIN),
    h: round(bottom - top + 2 * MARGIN),
  }
}
