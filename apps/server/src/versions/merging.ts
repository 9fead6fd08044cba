/** Bytes and steps that a board's history holds. */
export const MOST_BYTES = 2 * 1024 * 1024
export const MOST_STEPS = 1_500

/** What is left after a merge, so that the next one is not due at once. */
const LEFT = 0.75

export interface Sized {
  readonly size: number
}

/**
 * Which neighbours become one when there is too much: groups of steps in their order, each to be merged. The older half gets
 * coarser by pairs, again and again; the newest step stays as it is. What a merge saves is only known afterwards: sizes are
 * taken as if nothing were saved, and the caller asks again the next time.
 */
export function mergePlan<S extends Sized>(steps: readonly S[]): readonly (readonly S[])[] {
  const total = (groups: readonly (readonly S[])[]): number =>
    // what is written over by a later step goes: a merged pair is taken to be as large as its larger half and a bit
    groups.reduce((sum, group) => sum + largest(group) * (group.length > 1 ? 1.25 : 1), 0)
  let groups: (readonly S[])[] = steps.map((step) => [step])
  // the first step is the whole board: a very large one leaves room for as much again
  const most = Math.max(MOST_BYTES, 2 * (steps[0]?.size ?? 0))
  if (steps.length <= MOST_STEPS && total(groups) <= most) return groups
  while (groups.length > 2 && (groups.length > MOST_STEPS * LEFT || total(groups) > most * LEFT)) {
    const half = Math.max(2, Math.floor(groups.length / 2))
    const older: (readonly S[])[] = []
    for (let i = 0; i < half; i += 2)
      older.push([...(groups[i] ?? []), ...(i + 1 < half ? (groups[i + 1] ?? []) : [])])
    groups = [...older, ...groups.slice(half)]
  }
  return groups
}

function largest(group: readonly Sized[]): number {
  return Math.max(...group.map(({ size }) => size))
}
