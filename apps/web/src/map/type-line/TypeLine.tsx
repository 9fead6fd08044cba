import { Plus } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { focusBack } from '../list/focus-back.ts'
import { useMapState } from '../map-state.ts'
import { showItem } from '../stage/zoom.ts'
import { addLine } from './add-line.ts'
import { parseLine } from './parse-line.ts'
import { planLine, sayLine } from './plan-line.ts'
import styles from './TypeLine.module.css'

/** One line that draws: `orders > payment (http)`. It says in words what it will draw before it does. */
export function TypeLine() {
  const session = useSession()
  const board = useBoard((all) => all)
  const [typed, setTyped] = useState('')
  const line = parseLine(typed)
  const plan = planLine(board, line)
  const said = sayLine(plan)
  const last = plan.ends.at(-1)
  const close = (): void => useMapState.getState().set({ typeLine: false })
  const add = (then: 'clear' | 'next'): void => {
    if (plan.ends.length === 0) return
    const shown = addLine(session, plan)
    if (shown === null) return
    announce(`Added: ${said}.`)
    setTyped(then === 'next' && last ? `${last.name} > ` : '')
    requestAnimationFrame(() => requestAnimationFrame(() => shown && showItem(shown)))
  }
  return (
    <div className={styles.sheet} data-over-map>
      <div className={styles.row}>
        <Plus aria-hidden="true" />
        <span className={styles.field}>
          <Marked typed={typed} />
          <input
            aria-label="Type what calls what"
            aria-describedby="type-line-says"
            placeholder="orders > payment (http)"
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: it was just asked for
            autoFocus
            value={typed}
            maxLength={4000}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => {
              if (typed.trim() === '') close()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add('clear')
              else if (event.key === 'Tab' && !event.shiftKey && plan.ends.length > 0) add('next')
              else if (event.key === 'Escape') {
                focusBack()
                close()
              } else return
              event.preventDefault()
              event.stopPropagation()
            }}
          />
        </span>
        <Button variant="primary" onPress={() => add('clear')} isDisabled={plan.ends.length === 0}>
          Add
        </Button>
      </div>
      <div className={styles.foot}>
        <p id="type-line-says" aria-live="polite">
          {said === '' ? (
            <>
              <b>a &gt; b</b> calls, <b>a ~&gt; b</b> publishes, <b>a, b &gt; c</b> both
            </>
          ) : (
            <>
              {plan.arrows.length > 0 ? 'Draws ' : 'Adds '}
              <b>{said}</b>
            </>
          )}
        </p>
        <span className={styles.keys}>
          <Kbd>Enter</Kbd> add
          {last && (
            <>
              <Kbd>Tab</Kbd> next from {last.name}
            </>
          )}
        </span>
      </div>
    </div>
  )
}

/** The same letters behind the field, arrows in the colour of the hand, words in brackets quieter. */
function Marked({ typed }: { readonly typed: string }) {
  const parts = typed.split(/(~+>|\.{2,}>|-{1,2}>|=>|→|>|\([^()]*\)?)/)
  return (
    <span className={styles.marked} aria-hidden="true">
      {parts.map((part, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are their places
          key={index}
          className={index % 2 === 0 ? '' : part.startsWith('(') ? styles.words : styles.arrow}
        >
          {part}
        </span>
      ))}
    </span>
  )
}
