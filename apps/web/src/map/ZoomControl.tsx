import { Maximize, Minus, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useCell } from '../session/cell.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { currentStage } from './stage/current-stage.ts'
import { zoomBy, zoomTo, zoomToFit } from './stage/zoom.ts'
import styles from './ZoomControl.module.css'

export function ZoomControl() {
  const stage = useCell(currentStage)
  const [percent, setPercent] = useState(100)
  useEffect(() => {
    if (!stage) return
    const read = (): void => setPercent(Math.round(stage.view.zoom * 100))
    read()
    return stage.onFrame(read)
  }, [stage])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, no form
    <div className={styles.zoom} role="group" aria-label="Zoom" data-over-map>
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
  )
}
