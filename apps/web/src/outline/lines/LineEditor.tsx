import type { Item } from '@second-story/board'
import { useEffect, useRef } from 'react'
import { announce } from '../../aloud/announce.ts'
import { isShareable } from '../../map/live/shareable.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { nounOf, wordsField, wordsOf } from '../item-words.ts'
import { SharedTextArea } from '../SharedTextArea.tsx'
import { sayTyped } from '../text/connect.ts'
import { hasLevels } from '../text/move.ts'
import { readTyped } from '../text/read-typed.ts'
import { keepName, move } from './acts.ts'
import { endLine, useOutlineHand } from './hand.ts'
import styles from './LineField.module.css'
import { LineField, onLineKey } from './LineField.tsx'
import { focusLine, forgetLine } from './line-focus.ts'

export interface LineEditorProps {
  readonly item: Item
  /** goes on to the next line of its kind */
  readonly onNext: () => void
}

/** A thing's words, written on its line: a name whole, a text letter by letter with whoever else writes in it. */
export function LineEditor({ item, onNext }: LineEditorProps) {
  const session = useSession()
  const shared = wordsField(item) === 'text' ? session.text(item.id, 'text') : null
  useEffect(() => {
    if (isShareable(session.live.snapshot, item.id)) session.people.show({ typing: item.id })
    return () => session.people.show({ typing: null })
  }, [session, item.id])
  return shared ? <TextLine item={item} onNext={onNext} /> : <NameLine item={item} onNext={onNext} />
}

function NameLine({ item, onNext }: LineEditorProps) {
  const session = useSession()
  const typed = useOutlineHand((hand) => hand.typed)
  const isGone = useBoard((board) => !board.items.has(item.id))
  const others = useOutlineHand((hand) => hand.began !== null && hand.began !== wordsOf(item))
  useEffect(() => {
    const { began, set } = useOutlineHand.getState()
    if (began === null) set({ began: wordsOf(item) })
  }, [item])
  const board = session.live.snapshot
  const read = readTyped(typed ?? '', item.type)
  const hint = isGone
    ? 'Somebody deleted this. Written over, it comes back.'
    : read.does === 'connect'
      ? sayTyped({ board }, item, read.to)
      : others && typed !== null
        ? `Somebody called it “${wordsOf(item)}”; what you keep last stands.`
        : ''
  const keep = (): boolean => keepName(session, item, typed)
  const leave = (): void => {
    endLine()
    focusLine(item.id)
  }
  return (
    <LineField
      label={`Name of this ${nounOf(item)}`}
      value={typed ?? wordsOf(item)}
      maxLength={2000}
      hint={hint}
      onChange={(next) => useOutlineHand.setState({ typed: next })}
      onEnter={() => {
        if (!keep()) return
        leave()
        onNext()
      }}
      onEscape={leave}
      onTab={(way) => {
        if (!hasLevels(board, item)) return false
        if (keep()) {
          useOutlineHand.setState({ typed: null, began: null })
          move(session, item, way)
          forgetLine()
        }
        return true
      }}
      onAway={() => {
        if (useOutlineHand.getState().editing === item.id && keep()) endLine()
      }}
    />
  )
}

function TextLine({ item, onNext }: LineEditorProps) {
  const session = useSession()
  const text = session.text(item.id, 'text')
  const began = useRef(wordsOf(item))
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    forgetLine()
    const field = box.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  if (!text) return null
  const leave = (): void => {
    endLine()
    if (text.toString() !== began.current) announce('Kept.')
    focusLine(item.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field's own keys come through here
    <span
      ref={box}
      className={styles.field}
      onKeyDown={(event) => {
        const isUndo = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'z'
        if (isUndo) {
          event.preventDefault()
          event.stopPropagation()
          if (event.shiftKey) session.redo()
          else session.undo()
        } else
          onLineKey(event, {
            value: 'x',
            onEnter: () => {
              leave()
              onNext()
            },
            onEscape: leave,
          })
      }}
    >
      <SharedTextArea
        label={`Words of this ${nounOf(item)}`}
        text={text}
        origin={session.history.origins.text}
        className={styles.area ?? ''}
        onTyping={(isTyping) => {
          const isStill = useOutlineHand.getState().editing === item.id
          if (!isTyping && isStill && !box.current?.contains(document.activeElement)) endLine()
        }}
      />
    </span>
  )
}
