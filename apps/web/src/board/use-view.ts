import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { View } from './board-ui.ts'

/** How views are called in the address; `list` was the outline's name there before. */
const NAMES: Readonly<Record<string, View>> = {
  map: 'map',
  outline: 'list',
  timeline: 'timeline',
  record: 'record',
  list: 'list',
}

/** A board's address without its view, the view that the address names, and a way to another. */
export interface ViewPlace {
  readonly view: View
  readonly base: string
  go(view: View): void
}

/** The view in front, from the address: `/b/<board>/timeline`. Without one: the outline on a phone, else the map. */
export function useView(isPhone: boolean): ViewPlace {
  const [path, navigate] = useLocation()
  const { base, named } = viewOfPath(path)
  const fallback: View = isPhone ? 'list' : 'map'
  const view = named ?? fallback
  const go = useCallback(
    (next: View) =>
      navigate(
        `${next === fallback ? base : `${base}/${next === 'list' ? 'outline' : next}`}${window.location.search}`,
        // the trail of jumps lies with the entry
        { replace: true, state: history.state },
      ),
    [navigate, base, fallback],
  )
  return { view, base, go }
}

export function viewOfPath(path: string): { readonly base: string; readonly named: View | null } {
  const [, kind, name, view] = path.split('/')
  const known = view !== undefined && Object.hasOwn(NAMES, view) ? (NAMES[view] ?? null) : null
  return { base: `/${kind}/${name}`, named: known }
}
