import { type Box, overlaps } from './box.ts'
import { orderBetween } from './order.ts'

export type Restack = 'front' | 'forward' | 'backward' | 'back'

/** Something in a pile; the list it stands in is in the order of painting, from below. */
export interface Piled<Id> extends Box {
  readonly id: Id
  readonly order: string
}

/**
 * New orders for a pile in which the chosen are brought up or down: to an end, or past the next thing that they lie
 * over. Only what has to get another order is named; who was never stacked has '' and lies lowest.
 */
export function restacked<Id>(
  pile: readonly Piled<Id>[],
  chosen: ReadonlySet<Id>,
  how: Restack,
): ReadonlyMap<Id, string> {
  const mine = pile.filter((one) => chosen.has(one.id))
  const touching = pile.filter((one) => !chosen.has(one.id) && mine.some((own) => overlaps(own, one)))
  const above = (one: Piled<Id>): number => pile.indexOf(one)
  const [lowest] = mine
  const highest = mine.at(-1)
  if (!lowest || !highest) return new Map()
  if (how === 'front') return rise(mine, top(pile), '')
  if (how === 'forward') {
    const next =
      touching.find((one) => above(one) > above(highest)) ??
      touching.find((one) => above(one) > above(lowest))
    if (!next) return new Map()
    const after = pile.find(
      (one) => above(one) > above(next) && one.order > next.order && !chosen.has(one.id),
    )
    return rise(mine, next.order, after?.order ?? '')
  }
  const under =
    how === 'back'
      ? touching[0]
      : (touching.findLast((one) => above(one) < above(lowest)) ??
        touching.find((one) => above(one) < above(highest)))
  if (!under || above(under) > above(lowest)) return new Map()
  return sink(pile, mine, under)
}

function top<Id>(pile: readonly Piled<Id>[]): string {
  return pile.reduce((most, one) => (one.order > most ? one.order : most), '')
}

// between two orders, one above the other as they were
function rise<Id>(mine: readonly Piled<Id>[], below: string, above: string): Map<Id, string> {
  const out = new Map<Id, string>()
  let at = below
  for (const one of mine) {
    at = orderBetween(at, above)
    out.set(one.id, at)
  }
  return out
}

// nothing lies under '': what was never stacked, from there up, gets orders over them
function sink<Id>(pile: readonly Piled<Id>[], mine: readonly Piled<Id>[], under: Piled<Id>): Map<Id, string> {
  const chosen = new Set(mine.map((one) => one.id))
  const from = pile.indexOf(under)
  const rest = pile.slice(from).filter((one) => !chosen.has(one.id))
  const never = rest.filter((one) => one.order === under.order)
  const below =
    pile.slice(0, from).findLast((one) => !chosen.has(one.id) && one.order < under.order)?.order ?? ''
  const next = rest.find((one) => one.order > under.order)?.order ?? ''
  if (under.order !== '' && never.length === 1) return rise(mine, below, under.order)
  return rise([...mine, ...never], under.order === '' ? '' : below, next)
}
