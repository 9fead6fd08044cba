import type { Item } from '@second-story/board'
import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { nameOf } from '../outline/item-words.ts'
import { useSession } from '../session/use-session.ts'
import styles from './DotButtons.module.css'
import { changeDots } from './my-dots.ts'
import { say } from './words.ts'

export interface DotButtonsProps {
  readonly item: Item
  readonly mine: number
  readonly left: number
  /** on the map the keyboard has the list and its keys instead */
  readonly skipped?: boolean
}

/** My dots on one thing, one more and one fewer. */
export function DotButtons({ item, mine, left, skipped = false }: DotButtonsProps) {
  const session = useSession()
  const words = nameOf(item)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own frame
    <span className={styles.dots} role="group" aria-label={mine > 0 ? say.mine(mine) : words}>
      {mine > 0 && (
        <Button
          className={styles.button ?? ''}
          aria-label={say.takeBack(words)}
          excludeFromTabOrder={skipped}
          onPress={() => changeDots(session, item, -1)}
        >
          <Minus aria-hidden="true" />
        </Button>
      )}
      {Array.from({ length: mine }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
        <i key={at} className={styles.dot} aria-hidden="true" />
      ))}
      <Button
        className={styles.button ?? ''}
        aria-label={say.give(words)}
        isDisabled={left === 0}
        excludeFromTabOrder={skipped}
        onPress={() => changeDots(session, item, 1)}
      >
        {mine === 0 && <i className={styles.ring} aria-hidden="true" />}
        <Plus aria-hidden="true" />
      </Button>
    </span>
  )
}
