import { type Factor, LEVELS, MARKS, type Mark } from '@second-story/board'
import { LEVEL_TAGS, MARK_TAGS } from '@second-story/picture'
import { useSession } from '../../session/use-session.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Select } from '../../ui/Select.tsx'
import { Icon } from './Icon.tsx'
import styles from './Inspector.module.css'
import { Section } from './Section.tsx'

const NO_LEVEL = 'none'

export function FactorFields({ item, readOnly }: { readonly item: Factor; readonly readOnly: boolean }) {
  const session = useSession()
  const set = (fields: Record<string, unknown>): void => {
    session.do([{ do: 'set', id: item.id, fields }])
  }
  const toggle = (mark: Mark): void =>
    set({
      marks: item.marks.includes(mark) ? item.marks.filter((one) => one !== mark) : [...item.marks, mark],
    })
  const shown = readOnly ? item.marks : MARKS
  const levels = [
    { id: NO_LEVEL, label: 'not said' },
    ...LEVELS.map((level) => ({ id: level as string, label: LEVEL_TAGS[level].words })),
  ]
  return (
    <>
      {shown.length > 0 && (
        <Section title="Marks">
          <div className={styles.chips}>
            {shown.map((mark) => (
              <Chip
                key={mark}
                icon={<Icon name={MARK_TAGS[mark].icon} />}
                isOn={item.marks.includes(mark)}
                {...(readOnly ? {} : { onPress: () => toggle(mark) })}
              >
                {MARK_TAGS[mark].words}
              </Chip>
            ))}
          </div>
        </Section>
      )}
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
    </>
  )
}
