import { listIn, numberIn, textIn } from '../json/json-value.ts'
import type { Position } from '../result.ts'
import type { DrawnPlace } from '../system/draft.ts'
import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'

/** One element of a drawing, as far as it matters here. */
export interface DrawnElement {
  readonly id: string
  readonly type: string
  readonly place: DrawnPlace
  readonly text: string
  /** the box or arrow that this text is written on, or '' */
  readonly container: string
  readonly frame: string
  readonly name: string
  readonly link: string
  readonly start: string
  readonly end: string
  readonly heads: { readonly start: boolean; readonly end: boolean }
  readonly position: Position | null
}

/** The elements that are there, each id once. */
export function readElements(root: YamlValue): readonly DrawnElement[] {
  const out = new Map<string, DrawnElement>()
  for (const one of listIn(root, 'elements')) {
    const id = textIn(one, 'id')
    if (id === '' || textIn(one, 'isDeleted') === 'true' || out.has(id)) continue
    const [w, h] = [numberIn(one, 'width'), numberIn(one, 'height')]
    out.set(id, {
      id,
      type: textIn(one, 'type'),
      place: {
        x: numberIn(one, 'x') + Math.min(0, w),
        y: numberIn(one, 'y') + Math.min(0, h),
        w: Math.abs(w),
        h: Math.abs(h),
      },
      text: (textIn(one, 'originalText') || textIn(one, 'text')).trim(),
      container: textIn(one, 'containerId'),
      frame: textIn(one, 'frameId'),
      name: textIn(one, 'name'),
      link: textIn(one, 'link'),
      start: textIn(get(one, 'startBinding'), 'elementId'),
      end: textIn(get(one, 'endBinding'), 'elementId'),
      heads: {
        start: textOf(get(one, 'startArrowhead')) !== undefined,
        end: textOf(get(one, 'endArrowhead')) !== undefined,
      },
      position: one.position,
    })
  }
  return [...out.values()]
}
