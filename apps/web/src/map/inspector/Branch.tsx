import { type Item, itemType } from '@second-story/board'
import { useState } from 'react'
import { useSession } from '../../session/use-session.ts'
import { draftCommands, draftOf, growingLink, WHAT_MADE_THAT_MAKE_SENSE } from '../actions/new-item.ts'
import { openSpot } from '../actions/open-spot.ts'
import { currentStage } from '../stage/current-stage.ts'
import styles from './Inspector.module.css'

/** “What made that make sense?”: what is typed becomes a factor that fed into this one, beside it on the map. */
export function Branch({ item }: { readonly item: Item }) {
  const session = useSession()
  const [words, setWords] = useState('')
  const add = (): void => {
    const stage = currentStage.get()
    const said = words.trim()
    if (said === '' || !stage) return
    const one = stage.scene.items.get(item.id)
    const { size } = itemType('factor')
    const area = stage.area()
    const near = one ?? { x: area.x, y: area.y, w: area.w, h: area.h / 2 }
    const spot = openSpot(stage.scene, { x: near.x + near.w / 2, y: near.y + near.h + 40 + size.h / 2 }, size)
    const draft = draftOf(stage.scene, 'factor', spot, [growingLink('factor', item)])
    const { commands } = draftCommands(session, stage.scene, draft, said, size)
    if (session.do(commands, `added “${said.slice(0, 40)}”`).ok) setWords('')
  }
  return (
    <input
      className={styles.branch}
      aria-label={WHAT_MADE_THAT_MAKE_SENSE}
      placeholder={WHAT_MADE_THAT_MAKE_SENSE}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add()
        if (event.key === 'Escape') {
          setWords('')
          event.stopPropagation()
        }
      }}
    />
  )
}
