import { type ItemId, type ItemTypeName, itemType, type RelationId } from '@second-story/board'
import { Plus } from 'lucide-react'
import { type FocusEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { isFocusLost, useFocusOnArrival, VIEW_FOCUS } from '../../board/keyboard/keep-focus.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { useSession } from '../../session/use-session.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { usePhone } from '../../ui/use-phone.ts'
import { linesOf, type Spot } from '../text/outline.ts'
import { ConnectDialog } from './ConnectDialog.tsx'
import { Drawings } from './Drawings.tsx'
import { FilterLine } from './FilterLine.tsx'
import { GroupSection } from './GroupSection.tsx'
import { beginLine, dropHand, editLine } from './hand.ts'
import { useHere } from './here.ts'
import { allLines, lineElement, makeCurrent } from './line-focus.ts'
import styles from './OutlineView.module.css'
import { useLineKeys } from './use-line-keys.ts'
import { useOutline } from './use-outline.ts'
import { useSharedSelection } from './use-shared-selection.ts'

/**
 * The Map as text: headings and lists of everything on the board, written in place. Plain headings, lists and buttons
 * rather than a tree, so that a screen reader walks it like any page; of all lines one is reached by Tab.
 */
export function OutlineView() {
  const session = useSession()
  const isPhone = usePhone()
  const view = useRef<HTMLElement>(null)
  const { groups, others, isFiltered, spotOf } = useOutline()
  const here = useHere()
  const onKeyDown = useLineKeys(view, spotOf, isPhone)
  useFocusOnArrival(view)
  useSharedSelection(view)
  useOneInTabOrder(view)
  const at = useKeptLine()
  useBeginKeys(spotOf)
  useEffect(() => dropHand, [])

  const enter = (): boolean => {
    const at = document.activeElement
    const first = view.current?.querySelector<HTMLElement>('[data-line][tabindex="0"]')
    if (!first || !(isFocusLost() || at === view.current)) return false
    first.focus()
    return true
  }
  useKeys({ arrowdown: enter, arrowup: enter, enter }, { last: true })
  const pressed = useRef<string | null>(null)
  const onClick = (event: MouseEvent): void => {
    const line = lineAt(event.target)
    if (!line) return
    const id = line.dataset.item ?? (line.dataset.relation ? line.dataset.line : undefined)
    if (!id) return
    if (isPhone && line.dataset.item) useBoardUi.getState().set({ opened: id as ItemId })
    // the first press takes it in hand, the next one writes; so does a screen reader's own press
    else if (session.mayWrite() && (event.detail === 0 || pressed.current === id || event.detail > 1))
      editLine(id)
    else line.focus()
  }
  return (
    <section
      ref={view}
      aria-label="Outline"
      className={styles.view}
      data-outline
      {...VIEW_FOCUS}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerDown={(event) => {
        const line = lineAt(event.target)
        pressed.current = line && line === document.activeElement ? (line.dataset.line ?? null) : null
      }}
      onFocus={(event) => {
        at.current = lineAt(event.target)?.dataset.line ?? null
        onFocus(event, view.current, isPhone)
      }}
      onBlur={() => {
        at.current = null
      }}
    >
      {!isPhone && (
        <header className={styles.bar}>
          <FilterLine
            count={isFiltered ? linesOf(groups).length : null}
            onDown={() => firstLine(view.current)?.focus()}
          />
          {session.mayWrite() && <KeyHints />}
        </header>
      )}
      {groups.map((group) => (
        <GroupSection key={group.key} group={group} here={here} isPhone={isPhone} />
      ))}
      {groups.length === 0 && (
        <p className={styles.none}>
          {isFiltered ? 'No line has these words.' : 'Nothing on this board yet.'}
        </p>
      )}
      {!isFiltered && <Drawings />}
      {others.length > 0 && !isFiltered && <Others types={others} />}
      <ConnectDialog />
    </section>
  )
}

function KeyHints() {
  return (
    <p className={styles.keys} aria-hidden="true">
      <Kbd>Enter</Kbd> write, again the next <Kbd>&gt;</Kbd> connect <Kbd>Alt ↕ ↔</Kbd> move
    </p>
  )
}

/** Kinds of which there is nothing yet, to begin with. */
function Others({ types }: { readonly types: readonly ItemTypeName[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons in a row, no form
    <div role="group" aria-label="Also" className={styles.others}>
      {types.map((type) => (
        <button key={type} type="button" onClick={() => beginLine(spotFor(type), null)}>
          <Plus aria-hidden="true" />
          {itemType(type).noun}
        </button>
      ))}
    </div>
  )
}

function spotFor(type: ItemTypeName, boundary: ItemId | null = null): Spot {
  return { type, boundary, part: type === 'factor' ? 'came-together' : null }
}

/** Letters begin a line of their kind: C in the boundary of the line in hand. */
function useBeginKeys(spotOf: (id: ItemId) => Spot | null): void {
  const session = useSession()
  const begin = (type: ItemTypeName) => () => {
    if (!session.mayWrite()) return false
    const [chosen] = useBoardUi.getState().items
    const at = chosen ? spotOf(chosen) : null
    const isHere = chosen !== undefined && at?.type === type
    const inside = session.live.snapshot.items.get(chosen as ItemId)?.type === 'boundary' ? chosen : undefined
    if (type === 'component' && inside) beginLine(spotFor(type, inside), null)
    else beginLine(isHere && at ? at : spotFor(type), isHere ? chosen : null)
    return true
  }
  useKeys({
    c: begin('component'),
    b: begin('boundary'),
    n: begin('note'),
    f: begin('factor'),
    e: begin('event'),
    q: begin('question'),
    i: begin('insight'),
    p: begin('idea'),
  })
}

/** A line that goes under another heading, by whoever's hand, keeps the focus: there it is made anew. */
function useKeptLine(): { current: string | null } {
  const at = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (at.current !== null && isFocusLost()) lineElement(at.current)?.focus()
  })
  return at
}

/** Tab enters the outline at the line that had the focus last; where that is gone, at the first. */
function useOneInTabOrder(view: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const shown = view.current
    if (shown && !shown.querySelector('[data-line][tabindex="0"]')) makeCurrent(shown, firstLine(shown))
  })
}

function firstLine(view: HTMLElement | null): HTMLElement | null {
  return view ? (allLines(view)[0] ?? null) : null
}

function lineAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
}

/** What has the focus is in hand, here and on the map. */
function onFocus(event: FocusEvent, view: HTMLElement | null, isPhone: boolean): void {
  const line = lineAt(event.target)
  if (!line || !view) return
  makeCurrent(view, line)
  if (isPhone) return
  const ui = useBoardUi.getState()
  const { item, relation } = line.dataset
  if (item && !(ui.items.size === 1 && ui.items.has(item as ItemId))) ui.select([item as ItemId])
  else if (relation && !ui.relations.has(relation as RelationId)) ui.select([], [relation as RelationId])
}
