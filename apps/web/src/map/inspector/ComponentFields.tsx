import { COMPONENT_KINDS, type Component } from '@second-story/board'
import { COMPONENT_ICONS } from '@second-story/picture'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useSession } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
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
          label="Technology"
          value={item.technology}
          placeholder="such as PostgreSQL 16"
          readOnly={readOnly}
          onKeep={(technology) => set({ technology })}
        />
        <LabelField
          label="Looked after by"
          value={item.ownerTeam}
          placeholder="a team, or nobody"
          readOnly={readOnly}
          onKeep={(ownerTeam) => set({ ownerTeam })}
        />
        <LabelField
          label="What depends on it"
          value={item.criticality}
          placeholder="such as every order"
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
    </>
  )
}

/** What normal looks like: a signal, its usual value, where to see it. */
function SteadyState({ item, readOnly }: { readonly item: Component; readonly readOnly: boolean }) {
  const session = useSession()
  const [fresh, setFresh] = useState(false)
  const put = (entry: string, value: object | null): void => {
    session.do([{ do: 'put', id: item.id, field: 'steadyState', entry, value }])
  }
  if (readOnly && item.steadyState.length === 0) return null
  return (
    <Section title="How normal looks">
      {item.steadyState.map(({ id, signal, usual, where }) => (
        <div key={id} className={styles.steady}>
          <LabelField
            label="Signal"
            value={signal}
            readOnly={readOnly}
            onKeep={(next) => put(id, { signal: next, usual, where })}
          />
          <LabelField
            label="Usually"
            value={usual}
            readOnly={readOnly}
            onKeep={(next) => put(id, { signal, usual: next, where })}
          />
          {!readOnly && (
            <IconButton
              label={`Take away ${signal || 'this signal'}`}
              size="small"
              silent
              onPress={() => put(id, null)}
            >
              <X />
            </IconButton>
          )}
        </div>
      ))}
      {fresh && (
        <LabelField
          label="Signal"
          value=""
          placeholder="orders per minute"
          readOnly={false}
          onKeep={(signal) => {
            put(session.makeId(), { signal, usual: '', where: '' })
            setFresh(false)
          }}
        />
      )}
      {!readOnly && !fresh && (
        <Button className={styles.more ?? ''} onPress={() => setFresh(true)}>
          <Plus aria-hidden="true" />
          signal
        </Button>
      )}
    </Section>
  )
}
