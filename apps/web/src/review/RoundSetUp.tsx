import type { Round } from '@second-story/board'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { startRound } from '../api/conduct.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import styles from './FacilitatePanel.module.css'
import { USUAL_PROMPT } from './next-steps.ts'
import { tellFailure } from './tell-failure.ts'

export interface RoundForm {
  readonly writes: Round['writes']
  readonly prompt: string
  readonly minutes: number
  readonly anonymous: boolean
}

export const USUAL_FORM: RoundForm = { writes: 'factors', prompt: USUAL_PROMPT, minutes: 6, anonymous: true }

const WRITES = [
  { id: 'factors', label: 'Factors' },
  { id: 'notes', label: 'Notes' },
] as const

export interface RoundSetUpProps {
  readonly form: RoundForm
  readonly onChange: (form: RoundForm) => void
}

/** Sets up quiet writing: what is asked, for how long, with names or without. */
export function RoundSetUp({ form, onChange }: RoundSetUpProps) {
  const session = useSession()
  const [starting, setStarting] = useState(false)
  const start = (): void => {
    setStarting(true)
    startRound(session.board, { ...form, prompt: form.prompt.trim() || USUAL_PROMPT })
      .catch(tellFailure)
      .finally(() => setStarting(false))
  }
  return (
    <section className={styles.part} aria-label="Quiet writing">
      <h3 className={styles.title}>Quiet writing</h3>
      <p className={styles.words}>Everyone writes for themselves; then all of it is shown at once.</p>
      <Segments
        label="What is written"
        options={WRITES}
        value={form.writes}
        onChange={(writes) => onChange({ ...form, writes })}
      />
      <TextArea
        label="What is asked"
        rows={2}
        value={form.prompt}
        maxLength={200}
        onChange={(prompt) => onChange({ ...form, prompt })}
      />
      <MinutesField value={form.minutes} onChange={(minutes) => onChange({ ...form, minutes })} />
      <Switch
        label="Without names"
        note="Once shown, nobody can find out who wrote what."
        isSelected={form.anonymous}
        onChange={(anonymous) => onChange({ ...form, anonymous })}
      />
      <Button variant="primary" wide onPress={start} isDisabled={starting}>
        Start quiet writing
      </Button>
    </section>
  )
}

export interface MinutesFieldProps {
  readonly value: number
  readonly onChange: (minutes: number) => void
}

/** Minutes, one more or one less. */
export function MinutesField({ value, onChange }: MinutesFieldProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own frame
    <div className={styles.minutes} role="group" aria-label="How long">
      <IconButton
        label="One minute less"
        size="small"
        isDisabled={value <= 1}
        onPress={() => onChange(value - 1)}
      >
        <Minus />
      </IconButton>
      <output>{value === 1 ? '1 minute' : `${value} minutes`}</output>
      <IconButton
        label="One minute more"
        size="small"
        isDisabled={value >= 120}
        onPress={() => onChange(value + 1)}
      >
        <Plus />
      </IconButton>
    </div>
  )
}
