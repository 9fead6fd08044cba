import type { Comment } from '@second-story/board'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../session/use-session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Composer } from './Composer.tsx'
import { copyThreadLink } from './link.ts'
import { mentionParts } from './mention.ts'
import { sayAt } from './say-thread.ts'
import styles from './Thread.module.css'
import { type Face, useFaces, useMayTalk, useTalk } from './use-threads.ts'
import type { Waiting } from './waiting.ts'
import { say } from './words.ts'

interface CommentViewProps {
  readonly comment: Comment
  /** it is on its way */
  readonly waiting: Waiting | undefined
}

/** One comment: who said it, when, and the words, which are only ever text. */
export function CommentView({ comment, waiting }: CommentViewProps) {
  const session = useSession()
  const talk = useTalk()
  const faces = useFaces()
  const may = useMayTalk()
  const [editing, setEditing] = useState(false)
  const isMine = comment.author !== '' && comment.author === session.me.get().account
  const mayRemove = !waiting && (isMine || session.mayFacilitate())
  const face = faces.find(({ id }) => id === comment.author)
  if (comment.removed !== null)
    return (
      <li className={styles.comment} data-comment={comment.id}>
        <p className={styles.gone}>
          {comment.removed === 'author' ? say.removedByAuthor : say.removedByHost}
        </p>
      </li>
    )
  return (
    <li className={styles.comment} data-comment={comment.id}>
      <header className={styles.who}>
        <Avatar name={comment.by} colour={face?.colour ?? colourOf(comment.author)} size={22} decorative />
        <b>{comment.by}</b>
        <time dateTime={new Date(comment.at).toISOString()}>{sayAt(comment.at, session.now())}</time>
        {comment.author === '' && <span>{say.fromFile}</span>}
        {comment.edited !== null && <span>{say.edited}</span>}
        <span className={styles.gap} />
        {!waiting && (
          <Menu
            label={say.more}
            trigger={
              <IconButton label={say.more} size="small" silent className={styles.more ?? ''}>
                <Ellipsis />
              </IconButton>
            }
          >
            {isMine && may && <MenuItem label={say.edit} onAction={() => setEditing(true)} />}
            {session.sample === null && (
              <MenuItem
                label={say.copyLink}
                onAction={() => void copyThreadLink(session.board, comment.thread)}
              />
            )}
            {mayRemove && <MenuItem label={say.remove} onAction={() => void talk.remove(comment.id)} />}
          </Menu>
        )}
      </header>
      {editing ? (
        <Composer
          label={say.edit}
          action={say.keep}
          initial={comment.text}
          autoFocus
          onCancel={() => setEditing(false)}
          onSend={(text, mentions) => {
            void talk.reword(comment.id, text, mentions).then((done) => done && setEditing(false))
          }}
        />
      ) : (
        <p className={styles.text}>
          <Words text={comment.text} people={faces.filter(({ id }) => comment.mentions.includes(id))} />
        </p>
      )}
      {waiting && !waiting.refused && <p className={styles.waiting}>{say.waiting}</p>}
      {waiting?.refused && (
        <p className={styles.refused} role="alert">
          {waiting.refused}
          <Button variant="link" size="small" onPress={() => talk.tryAgain(comment.id)}>
            {say.again}
          </Button>
          <Button variant="link" size="small" onPress={() => talk.drop(comment.id)}>
            {say.drop}
          </Button>
        </p>
      )}
    </li>
  )
}

function Words({ text, people }: { readonly text: string; readonly people: readonly Face[] }) {
  let at = 0
  return mentionParts(text, people).map((part) => {
    const key = at
    at += part.text.length
    return part.person ? (
      <mark key={key} className={styles.mention}>
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}

/** 1 to 6, the same for one person wherever they are not known. */
function colourOf(account: string): number {
  let sum = 0
  for (const letter of account) sum = (sum * 31 + letter.charCodeAt(0)) % 6
  return sum + 1
}
