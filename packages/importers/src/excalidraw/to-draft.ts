import { type DrawnBox, innermost } from '../layout/containment.ts'
import { at, type ImportNote } from '../result.ts'
import type { DraftArrow, DraftComponent, DraftGroup, DraftWords, SystemDraft } from '../system/draft.ts'
import { drawnComponent } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import type { DrawnElement } from './elements.ts'

const BOXES = new Set(['rectangle', 'ellipse', 'diamond'])
const LINES = new Set(['arrow', 'line'])
const FRAMES = new Set(['frame', 'magicframe'])

/** What a drawing says: boxes with words are components, boxes round boxes boundaries, arrows tied to both arrows. */
export function toDraft(elements: readonly DrawnElement[], file: string, notes: ImportNote[]): SystemDraft {
  const byId = new Map(elements.map((one) => [one.id, one]))
  const labels = boundLabels(elements, byId)
  const arrows = elements.filter((one) => LINES.has(one.type))
  const tied = new Set(arrows.flatMap((one) => [one.start, one.end]))
  const boxes = elements.filter((one) => BOXES.has(one.type))
  const loose = elements.filter((one) => one.type === 'text' && !labels.used.has(one.id) && one.text !== '')
  const outer = outerBoxes(boxes)
  const laid = laidWords(
    boxes.filter((one) => !labels.on.has(one.id)),
    loose.filter((one) => !tied.has(one.id)),
    outer,
  )
  const wordsOn = (id: string): string => labels.on.get(id) ?? laid.on.get(id) ?? ''
  const nesting: DrawnBox[] = [...outer].map(([key, place]) => ({ key, ...place }))
  const groupOf = (one: DrawnElement): string | null =>
    innermost(one.place, nesting, one.id) ?? (FRAMES.has(byId.get(one.frame)?.type ?? '') ? one.frame : null)
  const components: DraftComponent[] = []
  const groups: DraftGroup[] = elements
    .filter((one) => FRAMES.has(one.type))
    .map((one) => ({ key: one.id, name: one.name || 'Frame', kind: 'frame', group: null, place: one.place }))
  const words: DraftWords[] = []
  const left = new Map<string, { count: number; first: DrawnElement }>()
  const leave = (why: string, one: DrawnElement): void => {
    const known = left.get(why)
    if (known) known.count++
    else left.set(why, { count: 1, first: one })
  }
  for (const one of boxes) {
    const [text, place, group] = [wordsOn(one.id), one.place, groupOf(one)]
    if (outer.has(one.id)) {
      const name = text.replace(/\s+/g, ' ').trim()
      groups.push({ key: one.id, name: name || 'Group', kind: 'system', group, place })
    } else if (text === '' && !tied.has(one.id)) leave('boxes without words', one)
    else
      components.push(
        drawnComponent(one.id, text || 'Box', null, { group, place, notes: linkOf(one, notes) }),
      )
  }
  for (const one of loose) {
    if (laid.used.has(one.id)) continue
    const [place, group] = [one.place, groupOf(one)]
    if (tied.has(one.id)) components.push(drawnComponent(one.id, one.text, null, { group, place }))
    else words.push({ key: one.id, text: one.text, type: 'text', group, place })
  }
  for (const one of elements)
    if (one.type !== 'text' && ![BOXES, LINES, FRAMES].some((types) => types.has(one.type)))
      leave(`of type “${one.type.slice(0, 40)}”`, one)
  const kinds = new Map(components.map((one) => [one.key, one.kind]))
  const ends = new Set([...kinds.keys(), ...groups.map((one) => one.key)])
  const drawn = arrows.flatMap((one): DraftArrow[] => {
    if (!ends.has(one.start) || !ends.has(one.end)) {
      leave('lines that are not tied to a box at both ends', one)
      return []
    }
    const label = (labels.on.get(one.id) ?? '').replace(/\s+/g, ' ').trim()
    const arrow = (from: string, to: string): DraftArrow => {
      const kind = guessArrow(kinds.get(from), kinds.get(to), label)
      const bare = !one.heads.start && !one.heads.end
      return { from, to, kind: bare && kind === 'calls' ? 'network' : kind, label }
    }
    if (one.heads.start && one.heads.end) return [arrow(one.start, one.end), arrow(one.end, one.start)]
    return [one.heads.start ? arrow(one.end, one.start) : arrow(one.start, one.end)]
  })
  for (const [why, { count, first }] of left)
    notes.push({ message: `Left out: ${count} ${why}.`, ...at(first.position) })
  return { title: titleOf(file), file, components, groups, words, arrows: drawn }
}

interface Labels {
  readonly on: ReadonlyMap<string, string>
  readonly used: ReadonlySet<string>
}

function boundLabels(elements: readonly DrawnElement[], byId: ReadonlyMap<string, DrawnElement>): Labels {
  const on = new Map<string, string>()
  const used = new Set<string>()
  for (const one of elements) {
    if (one.type !== 'text' || !byId.has(one.container)) continue
    used.add(one.id)
    if (one.text !== '') on.set(one.container, one.text)
  }
  return { on, used }
}

/** Boxes that hold other boxes whole. */
function outerBoxes(boxes: readonly DrawnElement[]): ReadonlyMap<string, DrawnElement['place']> {
  const out = new Map<string, DrawnElement['place']>()
  for (const { id, place } of boxes) {
    const holds = boxes.some(
      ({ id: other, place: p }) =>
        other !== id &&
        p.w * p.h < place.w * place.h &&
        p.x >= place.x &&
        p.y >= place.y &&
        p.x + p.w <= place.x + place.w &&
        p.y + p.h <= place.y + place.h,
    )
    if (holds) out.set(id, place)
  }
  return out
}

/** Words that lie on a box without being tied to it: each goes to the innermost box that has none of its own. */
function laidWords(
  boxes: readonly DrawnElement[],
  texts: readonly DrawnElement[],
  outer: ReadonlyMap<string, DrawnElement['place']>,
): Labels {
  const places: DrawnBox[] = boxes.map(({ id, place }) => ({ key: id, ...place }))
  const on = new Map<string, string>()
  const used = new Set<string>()
  for (const one of texts) {
    const box = innermost(one.place, places, one.id)
    const around = box === null ? undefined : outer.get(box)
    // what holds others is called what stands along its upper edge; other words in it are words
    if (box === null || on.has(box) || (around && one.place.y > around.y + 60)) continue
    on.set(box, one.text)
    used.add(one.id)
  }
  return { on, used }
}

function linkOf(one: DrawnElement, notes: ImportNote[]): string {
  if (one.link === '') return ''
  const link = safeLink(one.link)
  if (link === null)
    notes.push({ message: 'A link that is not http, https or mailto was left out.', ...at(one.position) })
  return link ?? ''
}
