import type { Component } from '@second-story/board'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import styles from '../map/inspector/Inspector.module.css'
import { LabelField } from '../map/inspector/LabelField.tsx'
import { Section } from '../map/inspector/Section.tsx'
import { useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import details from './Details.module.css'
import { say } from './words.ts'

/** What normal looks like: a measure, its usual value, where to see it. */
export function SteadyState({ item, readOnly }: { readonly item: Component; readonly readOnly: boolean }) {
  const session = useSession()
  const [fresh, setFresh] = useState(false)
  const put = (entry: string, value: object | null): void => {
    session.do([{ do: 'put', id: item.id, field: 'steadyState', entry, value }])
  }
  if (readOnly && item.steadyState.length === 0) return null
  return (
    <Section title={say.normal}>
      {item.steadyState.map(({ id, ...state }) => (
        <div key={id} className={details.steady}>
          <LabelField
            label={say.signal}
            value={state.signal}
            readOnly={readOnly}
            onKeep={(signal) => put(id, { ...state, signal })}
          />
          <LabelField
            label={say.usual}
            value={state.usual}
            placeholder={say.usualHint}
            readOnly={readOnly}
            onKeep={(usual) => put(id, { ...state, usual })}
          />
          {readOnly ? (
            <span />
          ) : (
            <IconButton
              label={say.takeSignal(state.signal || say.aSignal)}
              size="small"
              silent
              onPress={() => put(id, null)}
            >
              <X />
            </IconButton>
          )}
          <div className={details.where}>
            <LabelField
              label={say.where}
              value={state.where}
              placeholder={say.whereHint}
              readOnly={readOnly}
              onKeep={(where) => put(id, { ...state, where })}
            />
          </div>
        </div>
      ))}
      {fresh && (
        <LabelField
          label={say.signal}
          value=""
          placeholder={say.signalHint}
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
          {say.addSignal}
        </Button>
      )}
    </Section>
  )
}
