import { type RefObject, useEffect } from 'react'

/** While a sheet covers the screen, what lies under it is out of reach of keys and screen readers too. */
export function useCovering(sheet: RefObject<HTMLElement | null>, covers: boolean): void {
  useEffect(() => {
    const own = sheet.current
    if (!covers || !own) return
    const under = [...(own.parentElement?.children ?? [])].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one !== own && !one.inert,
    )
    for (const one of under) one.inert = true
    return () => {
      for (const one of under) one.inert = false
    }
  }, [sheet, covers])
}
