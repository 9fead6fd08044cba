import { type Item, partOf } from '@second-story/board'
import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { CommentCount } from '../comments/CommentCount.tsx'
import { classes } from '../ui/classes.ts'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { ItemIcon } from './ItemIcon.tsx'
import { kindInWords } from './part-words.ts'
import styles from './Row.module.css'
import type { Row } from './row-of.ts'

/** One thing on the board as a line one can press. */
export function RowButton({ row, onPress }: { readonly row: Row; readonly onPress: () => void }) {
  return (
    <Button
      className={classes(styles.row, row.item.type === 'factor' && styles.band, toneOf(row.item))}
      onPress={onPress}
      data-item={row.item.id}
    >
      <span className={styles.icon}>
        <ItemIcon item={row.item} />
      </span>
      <span className={styles.words}>
        <b>{row.words}</b>
        <span className={styles.hidden}>, {kindInWords(row.item)}</span>
        {row.second !== '' && <i>{row.second}</i>}
      </span>
      <CommentCount item={row.item.id} />
      {row.own && <OnlyYou />}
      <ChevronRight className={classes('lucide', styles.go)} aria-hidden="true" />
    </Button>
  )
}

/** The colour of a thing's icon (`--k`), by what it is. */
export function toneOf(item: Item): string {
  switch (item.type) {
    case 'factor':
      return styles[partOf(item.kind)] ?? ''
    case 'question':
    case 'insight':
    case 'note':
      return styles[item.type] ?? ''
    default:
      return ''
  }
}
