import type { Version } from '@second-story/protocol'
import { Bookmark, CornerUpLeft } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import styles from './VersionRow.module.css'
import { aboutVersion, titleOf } from './version-words.ts'

export interface VersionRowProps {
  readonly version: Version
  readonly now: number
  readonly isChosen: boolean
  readonly onPress: () => void
}

export function VersionRow({ version, now, isChosen, onPress }: VersionRowProps) {
  return (
    <Button className={styles.row ?? ''} aria-pressed={isChosen} onPress={onPress}>
      <span className={styles.icon} aria-hidden="true">
        {version.kind === 'named' && <Bookmark />}
        {version.kind === 'before-restore' && <CornerUpLeft />}
      </span>
      <span className={styles.words}>
        <b>{titleOf(version, now)}</b>
        <span>{aboutVersion(version, now)}</span>
      </span>
    </Button>
  )
}
