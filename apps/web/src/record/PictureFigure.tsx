import type { Item } from '@second-story/board'
import { type Area, boardPicture } from '@second-story/picture'
import { isInRecord } from '@second-story/record'
import { useDeferredValue, useMemo } from 'react'
import { imagesInPage } from '../images/board-pictures.ts'
import { usePicturesCome } from '../images/use-pictures-come.ts'
import { useCell } from '../session/cell.ts'
import { useBoard } from '../session/use-session.ts'
import { drawnTheme } from '../ui/theme.ts'
import styles from './PictureFigure.module.css'
import { sameThings } from './same-things.ts'

/** One area of the map as a picture in the page: the same SVG that is exported. The words beside say the same. */
export function PictureFigure({ area, label }: { readonly area: Area; readonly label: string }) {
  const board = useDeferredValue(useBoard((now) => now, sameThings))
  const shown = useCell(drawnTheme)
  const come = usePicturesCome()
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when a picture has come
  const svg = useMemo(() => {
    const without = (item: Item): boolean => !isInRecord(item, board)
    return boardPicture(board, {
      area,
      theme: shown,
      background: false,
      titles: false,
      without,
      imageAt: imagesInPage,
    })
  }, [board, area, shown, come])
  return (
    <figure className={styles.figure} aria-label={label}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every word in it is escaped there */}
      <div className={styles.picture} dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  )
}
