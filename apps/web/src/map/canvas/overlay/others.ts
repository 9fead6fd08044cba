import type { ItemId } from '@second-story/board'
import type { SceneItem } from '../../scene/scene.ts'
import type { Stage } from '../../stage/stage.ts'
import type { Overlay } from './overlay.ts'
import { type Context, ring } from './pen.ts'

/** What others have selected, hold or write in, in the colour and with the name of each. */
export function paintOthers(context: Context, stage: Stage, overlay: Overlay): void {
  for (const person of overlay.people) {
    const held = new Set(person.drag?.map((one) => one.id) ?? [])
    const ids = new Set<ItemId>([
      ...(person.selection ?? []),
      ...held,
      ...(person.typing ? [person.typing] : []),
    ])
    if (ids.size === 0) continue
    const colour = overlay.whoColour(person.colour)
    let named = false
    for (const id of ids) {
      const one = stage.scene.items.get(id)
      if (!one) continue
      ring(context, stage, one, colour, held.has(id) ? 2.2 : 1.6, 0)
      if (named) continue
      named = true
      const words = person.typing === id ? `${person.name} is writing` : person.name
      tag(context, stage, one, words, colour)
    }
  }
}

function tag(context: Context, stage: Stage, one: SceneItem, words: string, colour: string): void {
  const at = stage.toScreen(one)
  context.font = '600 11px "Hanken Grotesk", system-ui, sans-serif'
  context.textAlign = 'start'
  const width = context.measureText(words).width + 12
  context.fillStyle = colour
  context.beginPath()
  context.roundRect(at.x, at.y - 21, width, 17, 4)
  context.fill()
  context.fillStyle = stage.theme === 'dark' ? '#16181C' : '#FFFFFF'
  context.fillText(words, at.x + 6, at.y - 8.5)
}
