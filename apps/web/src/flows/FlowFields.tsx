import { type Flow, stepsOf } from '@second-story/board'
import { ClipboardCopy, GripVertical, Play, Plus, Radio, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components/Button'
import { announce } from '../aloud/announce.ts'
import inspector from '../map/inspector/Inspector.module.css'
import { LabelField } from '../map/inspector/LabelField.tsx'
import { PickField } from '../map/inspector/PickField.tsx'
import { Section } from '../map/inspector/Section.tsx'
import { currentStage } from '../map/stage/current-stage.ts'
import { findItems } from '../outline/find-items.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { toast } from '../ui/toast.ts'
import styles from './Flows.module.css'
import { stepTo } from './make-flow.ts'
import { orderAt } from './order-at.ts'
import { playFlow } from './play.ts'
import { appendSteps, startRecording } from './record-flow.ts'
import { onWords } from './step-words.ts'
import { say } from './words.ts'

interface FlowFieldsProps {
  readonly item: Flow
  readonly readOnly: boolean
}

/** The steps of a flow: what happens at each, in which order, and the way to play it. */
export function FlowFields({ item, readOnly }: FlowFieldsProps) {
  const session = useSession()
  const board = useBoard((all) => all)
  const stage = useCell(currentStage)
  const steps = stepsOf(board, item)
  const list = useRef<HTMLOListElement>(null)
  const [adding, setAdding] = useState(false)
  const put = (entry: string, value: object | null): boolean =>
    session.do([{ do: 'put', id: item.id, field: 'steps', entry, value }]).ok
  const moveTo = (index: number, to: number): void => {
    const step = steps[index]
    if (!step || to < 0 || to >= steps.length || to === index) return
    const order = orderAt(steps, index, to)
    if (put(step.id, { order, on: step.target, words: step.words })) announce(say.moved(to + 1))
  }
  const onKey = (event: KeyboardEvent, index: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    moveTo(index, index + by)
  }
  const onDrag = (event: PointerEvent<HTMLButtonElement>, index: number): void => {
    const grip = event.currentTarget
    grip.setPointerCapture(event.pointerId)
    const drop = (up: globalThis.PointerEvent): void => {
      grip.removeEventListener('pointerup', drop)
      const rows = [...(list.current?.children ?? [])]
      const over = rows.findIndex((row) => up.clientY < row.getBoundingClientRect().bottom)
      moveTo(index, over < 0 ? rows.length - 1 : over)
    }
    grip.addEventListener('pointerup', drop)
  }
  const mermaid = async (): Promise<void> => {
    const { writeSequence } = await import('@second-story/importers/writers')
    toast((await copyText(writeSequence(board, item))) ? say.copied : say.notCopied)
  }
  return (
    <>
      {stage && steps.length > 0 && (
        <Button onPress={() => playFlow(session, item.id)}>
          <Play aria-hidden="true" /> {say.play}
        </Button>
      )}
      <Section title={say.steps}>
        {steps.length === 0 && <p className={styles.none}>{say.noSteps}</p>}
        <ol ref={list} className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step.id} data-gone={step.at === null || undefined}>
              <span className={styles.number}>{index + 1}</span>
              <span className={styles.step}>
                <small>{onWords(board, step)}</small>
                {(!readOnly || step.words !== '') && (
                  <LabelField
                    label={say.words(index + 1)}
                    value={step.words}
                    placeholder={say.wordsHint}
                    readOnly={readOnly}
                    onKeep={(words) => put(step.id, { order: step.order, on: step.target, words })}
                  />
                )}
              </span>
              {!readOnly && (
                <span className={styles.acts}>
                  <button
                    type="button"
                    className={styles.grip}
                    aria-label={say.move(index + 1)}
                    onKeyDown={(event) => onKey(event, index)}
                    onPointerDown={(event) => onDrag(event, index)}
                  >
                    <GripVertical aria-hidden="true" />
                  </button>
                  <IconButton
                    label={say.take(index + 1)}
                    size="small"
                    silent
                    onPress={() => put(step.id, null)}
                  >
                    <X />
                  </IconButton>
                </span>
              )}
            </li>
          ))}
        </ol>
        {adding && (
          <PickField
            label={say.addLabel}
            find={(typed) => findItems(board, typed, 20).filter((one) => one.place !== null)}
            onPick={(one) => {
              const next = stepTo(board, steps.at(-1)?.target ?? null, one.id)
              if (next !== null) appendSteps(session, item.id, [next])
            }}
            onClose={() => setAdding(false)}
          />
        )}
        {!readOnly && !adding && (
          <span className={inspector.moreRow}>
            <PlainButton className={inspector.more ?? ''} onPress={() => setAdding(true)}>
              <Plus aria-hidden="true" />
              {say.add}
            </PlainButton>
            {stage && (
              <PlainButton className={inspector.more ?? ''} onPress={() => startRecording(item.id)}>
                <Radio aria-hidden="true" />
                {say.recordMore}
              </PlainButton>
            )}
          </span>
        )}
      </Section>
      {steps.length > 0 && (
        <Button size="small" variant="quiet" onPress={() => void mermaid()}>
          <ClipboardCopy aria-hidden="true" /> {say.mermaid}
        </Button>
      )}
    </>
  )
}
