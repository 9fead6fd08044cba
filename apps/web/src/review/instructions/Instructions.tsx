import type { InstructionStep, Instructions as Kept } from '@second-story/board'
import { PencilLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { stageWords } from '../../board/stage-words.ts'
import { useConduct, useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import panel from '../FacilitatePanel.module.css'
import { tellFailure } from '../tell-failure.ts'
import styles from './Instructions.module.css'
import { say, usualWords } from './words.ts'

const LONGEST = 2_000

/** What whoever facilitates is told at this step: the team's words, or ours. */
export function Instructions() {
  const { kind, stage, instructions } = useConduct()
  const [editing, setEditing] = useState(false)
  const mine = stage === null ? undefined : instructions[stage]
  const told = [instructions.always, mine ?? usualWords(kind, stage)].filter(Boolean)
  return (
    <section className={panel.part} aria-label={say.title}>
      <div className={styles.head}>
        <h3 className={panel.title}>{say.title}</h3>
        {!editing && (
          <IconButton label={say.change} size="small" onPress={() => setEditing(true)}>
            <PencilLine />
          </IconButton>
        )}
      </div>
      {editing ? (
        <EditInstructions key={stage} onDone={() => setEditing(false)} />
      ) : (
        told.map((words) => (
          <p key={words} className={styles.told}>
            {words}
          </p>
        ))
      )}
    </section>
  )
}

function EditInstructions({ onDone }: { readonly onDone: () => void }) {
  const session = useSession()
  const { stage, instructions } = useConduct()
  const [words, setWords] = useState<Kept>(instructions)
  const steps: readonly InstructionStep[] = stage === null ? ['always'] : [stage, 'always']
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const changed = Object.fromEntries(
      steps.flatMap((step) => (words[step] === instructions[step] ? [] : [[step, words[step] ?? '']])),
    )
    // it stays open until the words are kept
    session.conduct({ instructions: changed }).then(onDone, tellFailure)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {steps.map((step, index) => (
        <TextArea
          key={step}
          label={step !== 'always' ? say.step(stageWords(step)) : stage === null ? say.whole : say.always}
          rows={4}
          maxLength={LONGEST}
          placeholder={say.placeholder}
          value={words[step] ?? ''}
          onChange={(next) => setWords({ ...words, [step]: next })}
          autoFocus={index === 0}
          {...(index === steps.length - 1 ? { note: say.note } : {})}
        />
      ))}
      <div className={panel.acts}>
        <Button type="submit" variant="primary" size="small">
          {say.keep}
        </Button>
        <Button variant="quiet" size="small" onPress={onDone}>
          {say.cancel}
        </Button>
      </div>
    </form>
  )
}
