import { useEffect, useState } from 'react'
import { useCell } from '../session/cell.ts'
import { theme } from '../ui/theme.ts'
import styles from './BoardCards.module.css'

/** What a sample looks like. It is drawn here, since no server knows it; the domain comes along for that alone. */
export function SamplePicture({ name }: { readonly name: string }) {
  const shown = useCell(theme)
  const [svg, setSvg] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    import('./draw-sample.ts')
      .then(({ drawSample }) => {
        if (!gone) setSvg(drawSample(name, shown))
      })
      // a card without its picture still leads to the sample
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [name, shown])
  return (
    <span className={styles.picture}>
      {svg && <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt="" />}
    </span>
  )
}
