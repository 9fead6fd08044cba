import { numberIn, textIn } from '../json/json-value.ts'
import { type DrawnBox, innermost } from '../layout/containment.ts'
import { at, type ImportNote } from '../result.ts'
import type {
  DraftArrow,
  DraftComponent,
  DraftGroup,
  DraftWords,
  DrawnPlace,
  SystemDraft,
} from '../system/draft.ts'
import { drawnComponent } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import type { YamlValue } from '../yaml/yaml-value.ts'
import { groundOfPreset } from './colours.ts'

/** Longer words, if no arrow touches them, are a note and no component. */
const MOST_NAME = 60

/** What a canvas says: groups are boundaries, what is short or tied by arrows components, longer words notes. */
export function toDraft(
  nodes: readonly YamlValue[],
  edges: readonly YamlValue[],
  file: string,
  notes: ImportNote[],
): SystemDraft {
  const tied = new Set(edges.flatMap((edge) => [textIn(edge, 'fromNode'), textIn(edge, 'toNode')]))
  const boxes: DrawnBox[] = nodes
    .filter((node) => textIn(node, 'type') === 'group')
    .map((node) => ({ key: textIn(node, 'id'), ...placeOf(node) }))
  const components = new Map<string, DraftComponent>()
  const groups = new Map<string, DraftGroup>()
  const words = new Map<string, DraftWords>()
  for (const node of nodes) {
    const key = textIn(node, 'id')
    if (key === '' || components.has(key) || groups.has(key) || words.has(key)) {
      notes.push({ message: 'A node without an id of its own was left out.', ...at(node.position) })
      continue
    }
    const place = placeOf(node)
    const group = innermost(place, boxes, key)
    const type = textIn(node, 'type')
    if (type === 'group')
      groups.set(key, { key, name: textIn(node, 'label') || 'Group', kind: 'system', group, place })
    else if (type === 'text') {
      const text = withoutMarks(textIn(node, 'text'))
      if (tied.has(key) || (text.length <= MOST_NAME && text !== ''))
        components.set(key, drawnComponent(key, text === '' ? 'Text' : text, null, { group, place }))
      else words.set(key, { key, text, type: 'note', group, place, ...groundOf(textIn(node, 'color')) })
    } else if (type === 'link') {
      const link = safeLink(textIn(node, 'url'))
      if (link === null)
        notes.push({
          message: 'A link that is not http, https or mailto was left out.',
          ...at(node.position),
        })
      else
        components.set(
          key,
          drawnComponent(key, link.slice(0, MOST_NAME), 'external', { group, place, notes: link }),
        )
    } else if (type === 'file') {
      const path = textIn(node, 'file')
      const name = path.split('/').at(-1) ?? path
      components.set(key, drawnComponent(key, name, null, { group, place, notes: path }))
    } else
      notes.push({
        message: `A node of type “${type.slice(0, 40)}” is not known and was left out.`,
        ...at(node.position),
      })
  }
  const known = new Set([...components.keys(), ...groups.keys(), ...words.keys()])
  return {
    title: titleOf(file),
    file,
    components: [...components.values()],
    groups: [...groups.values()],
    words: [...words.values()],
    arrows: edges.flatMap((edge) => arrowsOf(edge, known, components, notes)),
  }
}

function groundOf(color: string): Pick<DraftWords, 'colour'> {
  const colour = groundOfPreset(color)
  return colour ? { colour } : {}
}

function placeOf(node: YamlValue): DrawnPlace {
  return {
    x: numberIn(node, 'x'),
    y: numberIn(node, 'y'),
    w: numberIn(node, 'width', 144),
    h: numberIn(node, 'height', 56),
  }
}

function arrowsOf(
  edge: YamlValue,
  known: ReadonlySet<string>,
  components: ReadonlyMap<string, DraftComponent>,
  notes: ImportNote[],
): DraftArrow[] {
  const [from, to] = [textIn(edge, 'fromNode'), textIn(edge, 'toNode')]
  if (!known.has(from) || !known.has(to)) {
    notes.push({ message: 'An arrow whose end is not in the file was left out.', ...at(edge.position) })
    return []
  }
  const label = textIn(edge, 'label').replace(/\s+/g, ' ').trim()
  const back = textIn(edge, 'fromEnd') === 'arrow'
  const forth = textIn(edge, 'toEnd') !== 'none'
  const arrow = (a: string, b: string): DraftArrow => {
    const kind = guessArrow(components.get(a)?.kind, components.get(b)?.kind, label)
    return { from: a, to: b, kind: !back && !forth && kind === 'calls' ? 'network' : kind, label }
  }
  if (back && forth) return [arrow(from, to), arrow(to, from)]
  return [back ? arrow(to, from) : arrow(from, to)]
}

/** Words without the marks of Markdown that they most often carry. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#{1,6} +/gm, '')
    .replace(/\\([!-/:-@[-`{-~])|\*\*|__|`/g, (_, escaped?: string) => escaped ?? '')
    .trim()
}
