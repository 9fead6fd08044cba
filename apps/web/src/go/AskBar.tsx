import { Megaphone } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { writingRound } from '../review/write-layer.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import styles from './AskBar.module.css'
import { ASK_STANDS_MS, type Asked, type Asks, come, newAsk, standingAsks } from './ask.ts'
import { goBack } from './trail.ts'
import { say } from './words.ts'

const SECONDS = 3

/** “Ada asks everyone to come”: in three seconds one goes, unless one would rather stay. Whoever has their hands full stays. */
export function AskBar({ place }: { readonly place: ViewPlace }) {
  const session = useSession()
  const [asked, setAsked] = useState<(Asked & { readonly isBusy: boolean }) | null>(null)
  useEffect(() => {
    let before: Asks = standingAsks(session.people.list.get())
    return session.people.list.subscribe(() => {
      const people = session.people.list.get()
      const found = newAsk(before, people)
      before = standingAsks(people)
      if (!found) return
      const isBusy = hasHandsFull(session)
      announce(isBusy ? say.asksAloudBusy(found.by.name) : say.asksAloud(found.by.name))
      setAsked({ ...found, isBusy })
    })
  }, [session])
  if (!asked) return null
  return <Bar key={asked.ask.id} place={place} asked={asked} onDone={() => setAsked(null)} />
}

interface BarProps {
  readonly place: ViewPlace
  readonly asked: Asked & { readonly isBusy: boolean }
  readonly onDone: () => void
}

function Bar({ place, asked, onDone }: BarProps) {
  const session = useSession()
  const [left, setLeft] = useState(SECONDS)
  const { by, isBusy } = asked
  const go = (): void => {
    onDone()
    come(place, asked)
    toast(say.arrived(by.name), { key: 'asked', action: { label: say.back, onPress: () => void goBack() } })
  }
  const going = useRef(go)
  going.current = go
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (isBusy) {
      const timer = setTimeout(() => done.current(), ASK_STANDS_MS)
      return () => clearTimeout(timer)
    }
    let seconds = SECONDS
    const timer = setInterval(() => {
      // a hand that took something up meanwhile keeps it
      if (hasHandsFull(session)) return
      seconds -= 1
      setLeft(seconds)
      if (seconds === 0) going.current()
    }, 1_000)
    return () => clearInterval(timer)
  }, [isBusy, session])
  useKeys({ escape: onDone }, { overlays: true })
  return (
    <section className={styles.bar} aria-label={say.asks(by.name)} data-ask>
      <Megaphone aria-hidden="true" />
      <b>{say.asks(by.name)}</b>
      {!isBusy && <span className={styles.left}>{say.goingIn(left)}</span>}
      <Button size="small" onPress={go}>
        {say.goNow}
      </Button>
      <Button size="small" variant="quiet" onPress={onDone}>
        {say.stay}
      </Button>
    </section>
  )
}

/** Nobody is taken away from what they write, hold or have opened, nor from quiet writing. */
function hasHandsFull(session: BoardSession): boolean {
  const ui = useBoardUi.getState()
  const at = document.activeElement
  const isWriting = at?.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]')
  const isOpen = document.querySelector('[role=dialog]:not([data-ask]), [role=menu]') !== null
  return (
    isWriting === true ||
    isOpen ||
    ui.busy ||
    ui.editing !== null ||
    writingRound(session.live.snapshot.conduct.rounds) !== null
  )
}
