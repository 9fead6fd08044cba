import { COMPONENT_KINDS, type Component } from '@second-story/board'
import { COMPONENT_ICONS } from '@second-story/picture'
import { Links } from '../../details/Links.tsx'
import { SteadyState } from '../../details/SteadyState.tsx'
import { say } from '../../details/words.ts'
import { useSession } from '../../session/use-session.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Icon } from './Icon.tsx'
import styles from './Inspector.module.css'
import { LabelField } from './LabelField.tsx'
import { Section } from './Section.tsx'

const CONTROL = [
  { id: 'ours', label: 'ours' },
  { id: 'not-ours', label: 'not ours' },
  { id: 'unsure', label: 'unsure' },
] as const

export function ComponentFields({
  item,
  readOnly,
}: {
  readonly item: Component
  readonly readOnly: boolean
}) {
  const session = useSession()
  const set = (fields: Record<string, unknown>): void => {
    session.do([{ do: 'set', id: item.id, fields }])
  }
  return (
    <>
      <Section title="Kind">
        <div className={styles.kinds} role="radiogroup" aria-label="Kind">
          {COMPONENT_KINDS.map((kind) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio that is a button with a picture
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={item.kind === kind}
              disabled={readOnly}
              className={styles.kind}
              onClick={() => set({ kind })}
            >
              <Icon name={COMPONENT_ICONS[kind]} />
              {kind}
            </button>
          ))}
        </div>
      </Section>
      <div className={styles.fields}>
        <LabelField
          label={say.technology}
          value={item.technology}
          placeholder="such as PostgreSQL 16"
          readOnly={readOnly}
          onKeep={(technology) => set({ technology })}
        />
        <LabelField
          label={say.owner}
          value={item.ownerTeam}
          placeholder={say.ownerHint}
          readOnly={readOnly}
          onKeep={(ownerTeam) => set({ ownerTeam })}
        />
        <LabelField
          label={say.criticality}
          value={item.criticality}
          placeholder={say.criticalityHint}
          readOnly={readOnly}
          onKeep={(criticality) => set({ criticality })}
        />
      </div>
      <div className={styles.row}>
        <Segments
          label="Is it ours?"
          options={CONTROL}
          value={item.control ?? 'ours'}
          onChange={(control) => set({ control })}
        />
      </div>
      <Switch
        label="Off limits"
        note="nobody breaks it, not even for practice"
        isSelected={item.offLimits}
        isDisabled={readOnly}
        onChange={(offLimits) => set({ offLimits })}
      />
      <SteadyState item={item} readOnly={readOnly} />
      <Links item={item} readOnly={readOnly} />
    </>
  )
}
