import type { Item, ItemId } from '@second-story/board'
import {
  ArrowLeft,
  CircleParking,
  Link2,
  MessageCircleQuestionMark,
  MessageSquare,
  Sparkles,
  Spline,
  Trash2,
  X,
} from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import { useCounts } from '../comments/CommentCount.tsx'
import { talkAbout } from '../comments/start.ts'
import { useMayTalk } from '../comments/use-threads.ts'
import { say as talkWords } from '../comments/words.ts'
import { Tags } from '../details/Tags.tsx'
import { copyLinkTo } from '../go/link-to.ts'
import { say } from '../go/words.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { toast } from '../ui/toast.ts'
import { ItemFields } from './ItemFields.tsx'
import { ItemIcon } from './ItemIcon.tsx'
import styles from './ItemSheet.module.css'
import { nameOf } from './item-words.ts'
import { LinkList } from './LinkList.tsx'
import { NotesField } from './NotesField.tsx'
import { kindInWords } from './part-words.ts'
import { toneOf } from './RowButton.tsx'
import { makeFrom } from './sheet-actions.ts'
import { WordsField } from './WordsField.tsx'

export interface ItemSheetProps {
  readonly item: Item
  readonly onConnect: () => void
  readonly onGo: (id: ItemId) => void
  /** something new was made out of this item: on to it */
  readonly onMade: (id: ItemId) => void
  readonly onBack: (() => void) | null
  readonly onClose: () => void
}

/** Everything about one item, editable in place; observers read. */
export function ItemSheet({ item, onConnect, onGo, onMade, onBack, onClose }: ItemSheetProps) {
  const session = useSession()
  const may = session.mayWrite() && item.type !== 'plain'
  const mayTalk = useMayTalk()
  const hasTalk = useCounts().has(item.id)
  const talk = (): void => {
    onClose()
    talkAbout(session, item.id)
  }

  useEffect(() => {
    const others = item.layer === 'common'
    if (others) session.people.show({ selection: [item.id] })
    return () => {
      if (others) session.people.show({ selection: [] })
    }
  }, [session, item.id, item.layer])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) session.redo()
    else session.undo()
  }
  const make = (type: 'question' | 'insight' | 'idea'): void => {
    const id = makeFrom(session, item, type)
    if (id) onMade(id)
  }
  const remove = (): void => {
    const words = nameOf(item)
    if (!session.do([{ do: 'remove', ids: [item.id] }]).ok) return
    onClose()
    const bringBack = (): void => {
      session.do([{ do: 'restore', ids: [item.id] }])
    }
    toast(`Deleted “${words}”.`, { action: { label: 'Undo', onPress: bringBack } })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo has to be caught before the field's own
    <div className={styles.sheet} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        {onBack && (
          <IconButton label="Back" silent onPress={onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <span className={classes(styles.kind, toneOf(item))}>
          <ItemIcon item={item} />
          {capital(kindInWords(item))}
        </span>
        {item.layer === 'own' && <OnlyYou />}
        <span className={styles.gap} />
        {session.sample === null && (
          <IconButton label={say.copyLink} silent onPress={() => void copyLinkTo(session, item.id)}>
            <Link2 />
          </IconButton>
        )}
        {may && (
          <IconButton label="Delete" silent onPress={remove}>
            <Trash2 />
          </IconButton>
        )}
        {item.layer === 'common' && (mayTalk || hasTalk) && (
          <IconButton label={hasTalk ? talkWords.comments : talkWords.comment} silent onPress={talk}>
            <MessageSquare />
          </IconButton>
        )}
        <IconButton label="Close" silent onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <WordsField item={item} readOnly={!may} />
      <ItemFields item={item} readOnly={!may} />
      <Tags item={item} readOnly={!may} />
      <LinkList item={item} readOnly={!may} onGo={onGo} />
      <NotesField item={item} readOnly={!may} />
      {may && (
        <>
          <Button size="big" wide onPress={onConnect} className={styles.connect ?? ''}>
            <Spline />
            Connect to …
          </Button>
          <footer className={styles.foot}>
            {item.type !== 'question' && (
              <Button variant="quiet" onPress={() => make('question')}>
                <MessageCircleQuestionMark />
                Ask
              </Button>
            )}
            {item.type !== 'insight' && (
              <Button variant="quiet" onPress={() => make('insight')}>
                <Sparkles />
                Insight
              </Button>
            )}
            {item.type !== 'idea' && (
              <Button variant="quiet" onPress={() => make('idea')}>
                <CircleParking />
                Park it
              </Button>
            )}
          </footer>
        </>
      )}
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
