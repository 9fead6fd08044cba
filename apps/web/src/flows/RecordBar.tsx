import { Check, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './Flows.module.css'
import { type Recording, useFlows } from './flow-state.ts'
import { finishRecording, leaveRecording, recordStep, takeLastBack } from './record-flow.ts'
import { say } from './words.ts'

/** While a flow is recorded: each thing or arrow that is pointed at, by hand or by keys, is its next step. */
export function RecordBar() {
  const recording = useFlows((state) => state.recording)
  return recording ? <Bar recording={recording} /> : null
}

function Bar({ recording }: { readonly recording: Recording }) {
  const session = useSession()
  useEffect(
    () =>
      useBoardUi.subscribe((now, before) => {
        if (now.items === before.items && now.relations === before.relations) return
        const [item] = now.items
        const [arrow] = now.relations
        const one = now.items.size + now.relations.size === 1 ? (item ?? arrow) : undefined
        if (one) recordStep(session, one)
      }),
    [session],
  )
  useEffect(() => leaveRecording, [])
  useKeys({
    enter: () => finishRecording(session),
    backspace: takeLastBack,
    delete: takeLastBack,
    escape: leaveRecording,
  })
  const { steps } = recording
  return (
    <div className={styles.bar} role="toolbar" aria-label={say.recordingBar} data-over-map>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>{say.recording(steps.length)}</span>
      <IconButton label={say.back} keys="⌫" isDisabled={steps.length === 0} onPress={takeLastBack}>
        <Undo2 />
      </IconButton>
      <Button size="small" isDisabled={steps.length === 0} onPress={() => finishRecording(session)}>
        <Check aria-hidden="true" /> {say.done}
      </Button>
      <IconButton label={say.cancel} keys="Esc" onPress={leaveRecording}>
        <X />
      </IconButton>
    </div>
  )
}
