import { useLayoutEffect, useState } from 'react'
import { useFocusOnArrival, VIEW_FOCUS } from '../board/keyboard/keep-focus.ts'
import { keysForget, keysWait } from '../board/keyboard/wait-for-view.ts'
import { later } from '../ui/later.tsx'
import { AreaTitles } from './areas/AreaTitles.tsx'
import { Dots } from './Dots.tsx'
import { ItemNode } from './drawing/ItemNode.tsx'
import { holdHands } from './early-hands.ts'
import { Flow } from './flow/Flow.tsx'
import { MapList } from './list/MapList.tsx'
import styles from './MapView.module.css'
import { useShown } from './show/use-shown.ts'
import { useStage } from './use-stage.ts'

// once the board is drawn, and then at once
const Hands = later(() => import('./Hands.tsx').then((m) => m.Hands))
const MoreLists = later(() => import('./list/MoreLists.tsx').then((m) => m.MoreLists))

/** The map: the board's items as they lie. The tools to draw them with come right behind; keys wait for them. */
export function MapView() {
  const { root, under, stage, onReady, onGesture } = useStage()
  const [hand, setHand] = useState(false)
  // before what lets things glow: a hidden one that was looked for is on the map by then
  useShown(stage)
  useFocusOnArrival(root)
  useLayoutEffect(() => {
    keysWait()
    const letGo = root.current ? holdHands(root.current) : null
    return () => {
      keysForget()
      letGo?.()
    }
  }, [root])
  return (
    // biome-ignore lint/a11y/useSemanticElements: the stage measures a div
    <div ref={root} className={styles.map} data-map role="region" aria-label="Map" {...VIEW_FOCUS}>
      <MapList />
      {stage && <MoreLists />}
      <Dots />
      <div ref={under} className={styles.under} />
      <div className={styles.flow}>
        <Flow body={ItemNode} hand={hand} onReady={onReady} onGesture={onGesture} />
      </div>
      <AreaTitles />
      {stage && <Hands root={root} stage={stage} hand={hand} setHand={setHand} />}
    </div>
  )
}
