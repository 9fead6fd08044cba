import { Map as MapIcon, Maximize, Minus, Plus, Undo } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { goBack, jumps } from '../go/trail.ts'
import { say as sayGo } from '../go/words.ts'
import { useCell } from '../session/cell.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { Minimap } from './minimap/Minimap.tsx'
import { minimapShown, showMinimap } from './minimap/minimap-shown.ts'
import { say as sayMini } from './minimap/words.ts'
import { PlacesMenu } from './places/PlacesMenu.tsx'
import { usePlaceActions } from './places/use-place-actions.tsx'
import { currentStage } from './stage/current-stage.ts'
import { zoomBy, zoomTo, zoomToFit } from './stage/zoom.ts'
import styles from './ZoomControl.module.css'

/** How near one looks, and the ways to other parts of the board. */
export function ZoomControl() {
  const stage = useCell(currentStage)
  const isPhone = usePhone()
  const depth = useCell(jumps)
  const isMini = useCell(minimapShown) && !isPhone
  const [percent, setPercent] = useState(100)
  useEffect(() => {
    if (!stage) return
    const read = (): void => setPercent(Math.round(stage.view.zoom * 100))
    read()
    return stage.onFrame(read)
  }, [stage])
  usePlaceActions()
  useMiniAction(isMini, isPhone)
  return (
    <>
      {stage && isMini && <Minimap stage={stage} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, no form */}
      <div className={styles.zoom} role="group" aria-label="Zoom" data-over-map>
        {depth > 0 && (
          <IconButton label={sayGo.backLabel} keys="Alt ←" size="small" onPress={() => void goBack()}>
            <Undo />
          </IconButton>
        )}
        <PlacesMenu />
        {!isPhone && (
          <IconButton
            label={isMini ? sayMini.hide : sayMini.show}
            keys="⇧ M"
            size="small"
            on={isMini}
            onPress={() => showMinimap(!isMini)}
          >
            <MapIcon />
          </IconButton>
        )}
        <IconButton label="Zoom out" keys="-" size="small" onPress={() => zoomBy(1 / 1.25)}>
          <Minus />
        </IconButton>
        <Button
          className={styles.percent ?? ''}
          aria-label={`${percent} percent; back to 100`}
          onPress={() => zoomTo(1)}
        >
          {percent} %
        </Button>
        <IconButton label="Zoom in" keys="+" size="small" onPress={() => zoomBy(1.25)}>
          <Plus />
        </IconButton>
        <IconButton label="Fit the board" keys="Shift 1" size="small" onPress={() => zoomToFit()}>
          <Maximize />
        </IconButton>
      </div>
    </>
  )
}

function useMiniAction(isMini: boolean, isPhone: boolean): void {
  useKeys({ 'shift+m': () => !isPhone && showMinimap(!isMini) })
  const actions = useMemo((): readonly Action[] => {
    if (isPhone) return []
    const label = isMini ? sayMini.hide : sayMini.show
    return [
      {
        id: 'minimap',
        label,
        others: sayMini.others,
        keys: '⇧ M',
        icon: <MapIcon />,
        run: () => showMinimap(!isMini),
      },
    ]
  }, [isMini, isPhone])
  useActions(actions)
}
