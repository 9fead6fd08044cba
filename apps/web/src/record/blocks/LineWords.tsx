import type { Line } from '@second-story/record'
import { useGoTo } from '../go-to.ts'
import { Runs } from '../prose/ProseBlocks.tsx'
import styles from './Line.module.css'

/** A line's words; those of an item lead to where it lies. */
export function LineWords({ line }: { readonly line: Line }) {
  const goTo = useGoTo()
  const { item } = line
  if (item === null) return <Runs runs={line.words} />
  return (
    <a
      className={styles.words}
      href={goTo.href(item)}
      data-item={item}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        goTo.item(item)
      }}
    >
      <Runs runs={line.words} />
    </a>
  )
}
