import type { Command, Flow, StoredPlace } from '@second-story/board'
import type { ImportChange, ImportStep } from './change.ts'

/** What is done unless somebody decides otherwise. */
export function takenAtFirst(changes: readonly ImportChange[]): ReadonlySet<string> {
  return new Set(changes.filter((one) => one.taken).map((one) => one.id))
}

/**
 * The commands for the changes that are taken, as one batch. What hangs on something left out is left out with it; what
 * would lie in something left out lies where it would have been. Nothing taken: no commands.
 */
export function takeChanges(steps: readonly ImportStep[], taken: ReadonlySet<string>): readonly Command[] {
  if (!steps.some(({ change }) => change !== undefined && taken.has(change))) return []
  const isOff = ({ change }: ImportStep): boolean => change !== undefined && !taken.has(change)
  const off = new Map<string, StoredPlace | null>()
  const removed = new Set<string>()
  const parents = new Set<string>()
  for (const step of steps) {
    const { command } = step
    if (command.do === 'add' && isOff(step)) off.set(command.id, command.place)
    else if (command.do === 'add' && command.place?.parent) parents.add(command.place.parent)
    if (command.do === 'remove' && !isOff(step)) for (const id of command.ids) removed.add(id)
  }
  // a boundary round it all, with nothing left to go round
  for (const { command, change } of steps)
    if (command.do === 'add' && change === undefined && !parents.has(command.id))
      off.set(command.id, command.place)
  const out: Command[] = []
  for (const step of steps) {
    const { command } = step
    if (isOff(step)) continue
    if (command.do === 'add') {
      if (off.has(command.id)) continue
      const fields = command.type === 'flow' ? onWhatComes(command.fields, steps, isOff, off) : command.fields
      out.push({ ...command, fields, place: lifted(command.place, off) })
    } else if (command.do === 'connect') {
      if (!off.has(command.from) && !off.has(command.to)) out.push(command)
    } else if (command.do === 'set') {
      if (off.has(command.id) || removed.has(command.id)) continue
      out.push({ ...command, fields: onWhatComes(command.fields, steps, isOff, off) })
    } else if (command.do === 'place') {
      // what was there grows for what comes into it, and so does what it lies in
      if (parents.size > 0) out.push(command)
    } else out.push(command)
  }
  return out
}

/** The steps of a flow on what is taken: where its arrow is left out, on the thing that was reached; where that is too, none. */
function onWhatComes(
  fields: Readonly<Record<string, unknown>>,
  steps: readonly ImportStep[],
  isOff: (step: ImportStep) => boolean,
  off: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  if (!Array.isArray(fields.steps)) return fields
  const ends = new Map<string, string>()
  for (const step of steps) {
    const { command } = step
    if (command.do !== 'connect') continue
    if (isOff(step) || off.has(command.from) || off.has(command.to)) ends.set(command.id, command.to)
  }
  const kept = (fields.steps as Flow['steps'])
    .map((step) => ({ ...step, on: ends.get(step.on) ?? step.on }))
    .filter((step) => !off.has(step.on))
  return { ...fields, steps: kept }
}

function lifted(place: StoredPlace | null, off: ReadonlyMap<string, StoredPlace | null>): StoredPlace | null {
  let at = place
  for (let hops = 0; at?.parent && off.has(at.parent) && hops < 50; hops++) {
    const outer = off.get(at.parent)
    at = { ...at, x: at.x + (outer?.x ?? 0), y: at.y + (outer?.y ?? 0), parent: outer?.parent ?? null }
  }
  return at
}
