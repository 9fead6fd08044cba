import { aboutOf, type Pinned, type Thread } from '@second-story/board'
import { ArrowLeft, Check, RotateCcw, X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CommentView } from './CommentView.tsx'
import { Composer } from './Composer.tsx'
import { useCommentsUi } from './comments-ui.ts'
import { sayAbout } from './say-thread.ts'
import { draftKey, readThread } from './start.ts'
import styles from './Thread.module.css'
import { allOf, useMayTalk, useTalk } from './use-threads.ts'
import { say } from './words.ts'

interface ThreadViewProps {
  /** null: it is only to be begun, on `begun` */
  readonly thread: Thread | null
  readonly begun: Pinned | null
  readonly autoFocus?: boolean
  readonly onBack?: () => void
  readonly onClose?: () => void
  /** brings what it is about into sight */
  readonly onShow?: () => void
}

/** A thread: what it is about, what was said, and a field for what comes next. */
export function ThreadView({ thread, begun, autoFocus, onBack, onClose, onShow }: ThreadViewProps) {
  const session = useSession()
  const talk = useTalk()
  const may = useMayTalk()
  const waiting = useCell(talk.waiting)
  const unseen = useCell(talk.unseen)
  const on = thread?.on ?? begun
  const about = useBoard((board) => (on ? sayAbout(aboutOf(on, board)) : ''))
  const key = thread ? thread.id : on ? draftKey(on) : ''
  const said = useMemo(() => (thread ? allOf(thread) : []), [thread])
  useEffect(() => {
    talk.seen(said.flatMap(({ id }) => (unseen.has(id) ? [id] : [])))
  }, [talk, said, unseen])
  if (!on) return null
  const send = (text: string, mentions: readonly string[]): void => {
    if (thread) talk.answer(thread.id, text, mentions)
    else {
      const id = talk.begin(on, text, mentions)
      readThread(id)
    }
    talk.kept.keepDraft(key, '')
  }
  const isWaiting = thread !== null && waiting.some(({ id }) => id === thread.id)
  return (
    <div className={styles.thread} data-thread={thread?.id ?? 'new'}>
      <header className={styles.head}>
        {onBack && (
          <IconButton label={say.back} size="small" silent onPress={onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        {onShow ? (
          <Button variant="link" size="small" className={styles.about ?? ''} onPress={onShow}>
            {about}
          </Button>
        ) : (
          <span className={styles.about}>{about}</span>
        )}
        {thread && may && !isWaiting && (
          <IconButton
            label={thread.isResolved ? say.reopen : say.resolve}
            size="small"
            onPress={() => {
              void talk.resolve(thread.id, !thread.isResolved).then((done) => {
                if (done && !thread.isResolved) useCommentsUi.getState().close()
              })
            }}
          >
            {thread.isResolved ? <RotateCcw /> : <Check />}
          </IconButton>
        )}
        {onClose && (
          <IconButton label={say.close} size="small" silent onPress={onClose}>
            <X />
          </IconButton>
        )}
      </header>
      {thread && (
        <ul className={styles.said}>
          {said.map((one) => (
            <CommentView key={one.id} comment={one} waiting={waiting.find(({ id }) => id === one.id)} />
          ))}
        </ul>
      )}
      {thread?.first.resolved && <p className={styles.note}>{say.resolvedBy(thread.first.resolved.by)}</p>}
      {may && (
        <Composer
          key={key}
          label={thread ? say.answer : say.write}
          action={thread ? say.answer : say.send}
          initial={talk.kept.draft(key)}
          autoFocus={autoFocus ?? false}
          onDraft={(text) => talk.kept.keepDraft(key, text)}
          onSend={send}
          {...(onClose && !thread ? { onCancel: onClose } : {})}
        />
      )}
      {!may && session.me.get().role === 'observer' && thread === null && (
        <p className={styles.note}>{say.failed}</p>
      )}
    </div>
  )
}
