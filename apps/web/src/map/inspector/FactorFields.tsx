import { type Factor, LEVELS } from '@second-story/board'
import { LEVEL_TAGS } from '@second-story/picture'
import { useSession } from '../../session/use-session.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './Inspector.module.css'

const NO_LEVEL = 'none'

export function FactorFields({ item, readOnly }: { readonly item: Factor; readonly readOnly: boolean }) {
  const session = useSession()
  const set = (fields: Record<string, unknown>): void => {
    session.do([{ do: 'set', id: item.id, fields }])
  }
  const levels = [
    { id: NO_LEVEL, label: 'not said' },
    ...LEVELS.map((level) => ({ id: level as string, label: LEVEL_TAGS[level].words })),
  ]
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>Where it sits</span>
      <Select
        label="Where it sits"
        hideLabel
        size="small"
        options={levels}
        value={item.level ?? NO_LEVEL}
        isDisabled={readOnly}
        onChange={(level) => set({ level: level === NO_LEVEL ? null : level })}
      />
    </div>
  )
}
