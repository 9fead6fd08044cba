import type { BoardSnapshot } from '@second-story/board'
import type { Box } from '@second-story/picture'
import { Maximize, ZoomIn } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCell } from '../session/cell.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { drawnTheme } from '../ui/theme.ts'
import styles from './BoardPicture.module.css'
import { pictureOf } from './picture-of.ts'

export interface BoardPictureProps {
  readonly board: BoardSnapshot
  /** what it shows, for a screen reader */
  readonly label: string
  readonly within?: Box | null
  readonly touched?: ReadonlySet<string>
}

/** A board as a picture: as large as there is room, or in its own size to be moved about. */
export function BoardPicture({ board, label, within = null, touched }: BoardPictureProps) {
  const shown = useCell(drawnTheme)
  const [isNear, setNear] = useState(false)
  const shot = useMemo(() => pictureOf(board, shown, within, touched), [board, shown, within, touched])
  return (
    <div className={styles.room}>
      <figure className={styles.figure} data-near={isNear} aria-label={label} tabIndex={isNear ? 0 : -1}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every word in it is escaped there */}
        <div className={styles.picture} dangerouslySetInnerHTML={{ __html: shot.svg }} />
      </figure>
      <span className={styles.zoom}>
        <IconButton
          label={isNear ? 'All of it' : 'Nearer'}
          on={isNear}
          size="big"
          className={styles.button ?? ''}
          onPress={() => setNear(!isNear)}
        >
          {isNear ? <Maximize /> : <ZoomIn />}
        </IconButton>
      </span>
    </div>
  )
}
