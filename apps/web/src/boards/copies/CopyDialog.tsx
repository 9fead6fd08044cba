import type { BoardCard, CreateBoardBody } from '@second-story/protocol'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useTeamChoice } from '../TeamChoice.tsx'
import styles from './CopyDialog.module.css'
import { say } from './words.ts'

type Take = NonNullable<CreateBoardBody['take']>

const LONGEST_TITLE = 200

export interface CopyWish {
  readonly title: string
  readonly take: Take
  /** of this team; null: a board like any other */
  readonly templateOf: string | null
}

export interface CopyDialogProps {
  readonly board: BoardCard
  readonly asTemplate: boolean
  readonly onMake: (wish: CopyWish) => void
  readonly onClose: () => void
}

/** A board once more, with or without what lies on it; or as a template of a team. */
export function CopyDialog({ board, asTemplate, onMake, onClose }: CopyDialogProps) {
  const team = useTeamChoice()
  const [title, setTitle] = useState(
    asTemplate ? board.title : say.copyOf(board.title).slice(0, LONGEST_TITLE),
  )
  const [take, setTake] = useState<Take>('all')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (title.trim() === '') return
    onMake({ title: title.trim(), take, templateOf: asTemplate ? (team.id ?? null) : null })
  }
  const takes = [
    { id: 'all', label: say.all },
    { id: 'system', label: say.system },
    { id: 'nothing', label: say.nothing },
  ] as const
  const notes = { all: say.allNote, system: say.systemNote, nothing: say.nothingNote }
  return (
    <Dialog title={asTemplate ? say.templateTitle : say.copyTitle} size="small" isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label={say.name} value={title} onChange={setTitle} maxLength={LONGEST_TITLE} autoFocus />
        <div className={styles.take}>
          <span className={styles.label}>{say.take}</span>
          <Segments label={say.take} options={takes} value={take} onChange={setTake} />
          <p className={styles.note} role="status">
            {notes[take]}
          </p>
        </div>
        {asTemplate && (
          <div className={styles.take}>
            <Select label={say.team} options={team.options} value={team.id ?? null} onChange={team.choose} />
            <p className={styles.note}>{team.isPersonal ? say.ownNote : say.teamNote}</p>
          </div>
        )}
        <Button variant="primary" type="submit" isDisabled={title.trim() === ''}>
          {asTemplate ? say.save : say.copy}
        </Button>
      </form>
    </Dialog>
  )
}
