import { composeRecord } from '@second-story/record'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useFocusOnArrival, VIEW_FOCUS } from '../board/keyboard/keep-focus.ts'
import { VIEW_ACTIONS } from '../board/view-actions.ts'
import { readSection } from '../go/use-where.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { SourceList } from './blocks/SourceList.tsx'
import { Contents } from './Contents.tsx'
import { ExportMenu } from './export/ExportMenu.tsx'
import { GoToContext } from './go-to.ts'
import styles from './RecordView.module.css'
import sectionStyles from './SectionView.module.css'
import { SectionView } from './SectionView.tsx'
import { sameThings } from './same-things.ts'
import { sectionCount } from './section-count.ts'
import { useCurrentSection } from './use-current-section.ts'
import { useGoToBoard } from './use-go-to-board.ts'

/** The written outcome of the board, already filled; three parts of it are written here by hand, together. */
export function RecordView() {
  const board = useDeferredValue(useBoard((now) => now, sameThings))
  const record = useMemo(() => composeRecord(board), [board])
  const goTo = useGoToBoard()
  const page = useRef<HTMLDivElement>(null)
  const entries = useMemo(
    () =>
      record.sections.map((section) => ({
        id: section.key,
        title: section.title,
        count: sectionCount(section),
      })),
    [record],
  )
  const ids = entries.map(({ id }) => id).join(' ')
  const current = useCurrentSection(
    page,
    useMemo(() => ids.split(' '), [ids]),
  )
  useLandOnSection()
  useEffect(() => {
    readSection.set(current)
    return () => readSection.set(null)
  }, [current])
  useFocusOnArrival(page)
  const [dates, zone] = [record.dates, record.times]
  return (
    <GoToContext value={goTo}>
      <div className={styles.page} ref={page} {...VIEW_FOCUS}>
        <aside className={styles.left}>
          <Contents entries={entries} current={current} onGo={goToSection} />
          <p className={styles.state}>
            Draft, as of the last
            <br />
            shared change
          </p>
        </aside>
        <article className={styles.record} aria-label="Record">
          <header className={styles.head}>
            <h1 className={styles.title}>{record.title}</h1>
            <p className={styles.meta}>
              {dates !== null && <b>{dates}</b>}
              <span>{zone}</span>
            </p>
          </header>
          {record.sections.map((section) => (
            <SectionView key={section.key} section={section} sources={record.sources} />
          ))}
          {record.sources.length > 0 && (
            <section aria-labelledby="sources" className={sectionStyles.section}>
              <div className={sectionStyles.head}>
                <h2 id="sources" className={sectionStyles.title}>
                  Sources
                </h2>
              </div>
              <SourceList sources={record.sources} />
            </section>
          )}
        </article>
        <InTopBar>
          <ExportMenu />
        </InTopBar>
      </div>
    </GoToContext>
  )
}

/** Beside Share where there is a top bar, else above the page. */
function InTopBar({ children }: { readonly children: ReactNode }) {
  const [bar, setBar] = useState<HTMLElement | null | undefined>(undefined)
  useEffect(() => setBar(document.getElementById(VIEW_ACTIONS)), [])
  if (bar === undefined) return null
  return bar ? (
    createPortal(children, bar)
  ) : (
    <div className={styles.right} data-tools>
      {children}
    </div>
  )
}

/** A link to `…/record#timeline` lands there once the board is here. */
function useLandOnSection(): void {
  const ready = useCell(useSession().ready)
  useEffect(() => {
    if (!ready) return
    const id = decodeURIComponent(window.location.hash.slice(1))
    if (/^[a-z]+(-\d+)?$/.test(id)) document.getElementById(id)?.scrollIntoView({ block: 'start' })
  }, [ready])
}

function goToSection(id: string): void {
  const heading = document.getElementById(id)
  if (!heading) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  heading.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' })
  heading.focus({ preventScroll: true })
  history.replaceState(history.state, '', `#${id}`)
}
