import { type RefObject, useEffect, useState } from 'react'
import { currentSection } from './current-section.ts'

/** Headings this far below the top of the page count as reached, in pixels. */
const LINE = 140

/** Which section of the page is being read, while it scrolls. */
export function useCurrentSection(
  page: RefObject<HTMLElement | null>,
  ids: readonly string[],
): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const scroller = scrollerOf(page.current)
    if (!scroller) return
    let asked = 0
    const look = (): void => {
      asked = 0
      const from = scroller.getBoundingClientRect().top
      const tops = ids.flatMap((id) => {
        const heading = document.getElementById(id)
        return heading ? [{ id, top: heading.getBoundingClientRect().top - from + scroller.scrollTop }] : []
      })
      const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4
      setCurrent(currentSection(tops, scroller.scrollTop, LINE, atEnd))
    }
    const ask = (): void => {
      asked ||= requestAnimationFrame(look)
    }
    look()
    scroller.addEventListener('scroll', ask, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      scroller.removeEventListener('scroll', ask)
    }
  }, [page, ids])
  return current
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if (overflowY === 'auto' || overflowY === 'scroll') return at
  }
  return document.scrollingElement as HTMLElement | null
}
