import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { View } from './board-ui.ts'

const VIEWS: readonly View[] = ['map', 'timeline', 'record', 'list']

/** A board's address without its view, the view that the address names, and a way to another. */
export interface ViewPlace {
  readonly view: View
  readonly base: string
  go(view: View): void
}

/** The view in front, from the address: `/b/<board>/timeline`. Without one: the list on a phone, else the map. */
export function useView(isPhone: boolean): ViewPlace {
  const [path, navigate] = useLocation()
  const { base, named } = viewOfPath(path)
  const fallback: View = isPhone ? 'list' : 'map'
  // a link from a phone to its list shows the map on a wide screen
  const view = named === null || (named === 'list' && !isPhone) ? fallback : named
  const go = useCallback(
    (next: View) => navigate(next === fallback ? base : `${base}/${next}`, { replace: true }),
    [navigate, base, fallback],
  )
  return { view, base, go }
}

export function viewOfPath(path: string): { readonly base: string; readonly named: View | null } {
  const [, kind, name, view] = path.split('/')
  const known = VIEWS.find((one) => one === view) ?? null
  return { base: `/${kind}/${name}`, named: known }
}
