import type { BoardCard } from '@second-story/protocol'
import { CopyPlus, Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { say } from '../comments/words.ts'
import { downloadFrom } from '../record/export/download.ts'
import { useCell } from '../session/cell.ts'
import { AvatarStack } from '../ui/AvatarStack.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { TextField } from '../ui/TextField.tsx'
import { theme } from '../ui/theme.ts'
import styles from './Card.module.css'
import { cardWords } from './card-words.ts'
import type { BoardActions } from './use-boards.ts'

export interface CardProps {
  readonly board: BoardCard
  readonly actions: BoardActions
}

/** A board: its picture, who is there now, what it is. */
export function Card({ board, actions }: CardProps) {
  const [renaming, setRenaming] = useState(false)
  const shown = useCell(theme)
  const words = cardWords(board, Date.now())
  return (
    <li className={styles.card}>
      <Link href={`/b/${board.id}`} className={styles.link}>
        <span className={styles.picture}>
          <img
            src={`${board.picture}&theme=${shown}&at=${board.updatedAt}`}
            alt=""
            loading="lazy"
            onError={(event) => {
              event.currentTarget.hidden = true
            }}
          />
        </span>
        <h2>{board.title}</h2>
        <p className={styles.words}>
          {words.map((word, index) => (
            <span key={word} className={index === 0 ? '' : styles.next}>
              {word}
            </span>
          ))}
        </p>
      </Link>
      {board.mentions > 0 && (
        <Link href={`/b/${board.id}?mentions`} className={styles.mentions}>
          {say.unseen(board.mentions)}
        </Link>
      )}
      {board.here.length > 0 && (
        <span className={styles.here}>
          <AvatarStack people={board.here.map((one) => ({ ...one, key: one.id }))} most={3} size={20} />
          here now
        </span>
      )}
      <span className={styles.menu}>
        <Menu
          label={`“${board.title}”`}
          trigger={
            <IconButton label={`More about “${board.title}”`} silent>
              <Ellipsis />
            </IconButton>
          }
        >
          {board.role !== 'observer' && (
            <MenuItem label="Rename" icon={<Pencil />} onAction={() => setRenaming(true)} />
          )}
          <MenuItem
            label="Copy the board"
            note="with all that is shared on it"
            icon={<CopyPlus />}
            onAction={() => void actions.copy(board)}
          />
          <MenuItem
            label="Save as a file"
            note="to be opened here or elsewhere"
            icon={<Download />}
            onAction={() => downloadFrom(`/api/boards/${board.id}/bundle.zip?download=1`)}
          />
          {board.role === 'owner' && (
            <MenuItem label="Delete" icon={<Trash2 />} onAction={() => void actions.remove(board)} />
          )}
        </Menu>
      </span>
      {renaming && (
        <RenameBoard
          title={board.title}
          onClose={() => setRenaming(false)}
          onKeep={(title) => {
            setRenaming(false)
            void actions.rename(board, title)
          }}
        />
      )}
    </li>
  )
}

interface RenameBoardProps {
  readonly title: string
  readonly onKeep: (title: string) => void
  readonly onClose: () => void
}

function RenameBoard({ title, onKeep, onClose }: RenameBoardProps) {
  const [next, setNext] = useState(title)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (next.trim() !== '') onKeep(next.trim())
  }
  return (
    <Dialog title="Rename the board" size="small" isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label="Title" value={next} onChange={setNext} maxLength={200} autoFocus />
        <Button variant="primary" type="submit" isDisabled={next.trim() === ''}>
          Keep
        </Button>
      </form>
    </Dialog>
  )
}
