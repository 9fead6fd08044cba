import type { BroughtFile, PlannedPart } from '@second-story/importers'
import { isTooMuch, takeChanges } from '@second-story/importers'
import { FileUp } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { toast } from '../../ui/toast.ts'
import { bringFiles } from './bring-files.ts'
import { isMerge, takenWords } from './change-sections.ts'
import styles from './ImportDialog.module.css'
import { PartView } from './PartView.tsx'
import { PlanPicture } from './PlanPicture.tsx'
import { showBrought } from './show-brought.ts'
import type { TakenFiles } from './take-files.ts'
import { useImportPlan } from './use-import-plan.ts'

export interface ImportDialogProps extends Partial<TakenFiles> {
  /** what was pasted on the map */
  readonly text?: string
  readonly onClose: () => void
}

const NONE: readonly BroughtFile[] = []

/** Paste, drop or choose files; see what they would change; Enter adds it, one undo takes it back. */
export function ImportDialog({ files: given, refused = [], text, onClose }: ImportDialogProps) {
  const session = useSession()
  const [pasted, setPasted] = useState(text ?? '')
  const settled = useDeferredValue(pasted)
  const files = useMemo(
    () => given ?? (settled.trim() === '' ? NONE : [{ name: '', text: settled }]),
    [given, settled],
  )
  const planning = useImportPlan(files)
  const { plan, taken } = planning
  const words = takenWords(plan.changes, taken)
  const commands = useMemo(() => takeChanges(plan.steps, taken), [plan, taken])
  const isGood = commands.length > 0 && !isTooMuch(commands)
  const title = titleOf(given)

  // files that were understood are one Enter away from the board
  const add = useRef<HTMLButtonElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isGood && given && isFirst.current) add.current?.focus()
    if (isGood) isFirst.current = false
  }, [isGood, given])

  const run = (): void => {
    const now = planning.commands()
    if (now.length === 0) return
    const applied = session.run(now, `brought ${words}`)
    if (!applied.ok) return
    onClose()
    showBrought(applied.ids)
    const from = given?.length === 1 ? (given[0]?.name ?? '') : ''
    toast(`from ${from || (given ? `${given.length} files` : 'what was pasted')}.`, {
      lead: words,
      key: 'history',
      action: { label: 'Undo', onPress: () => session.undo() },
    })
  }

  return (
    <Dialog
      title={title}
      size={plan.parts.length > 0 ? 'large' : 'normal'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <ChooseFiles another={given !== undefined} />
          <span className={styles.gap} />
          <Button onPress={onClose}>Cancel</Button>
          <Button ref={add} variant="primary" isDisabled={!isGood} onPress={run}>
            {isMerge(plan.changes) ? 'Change the board' : 'Add to the board'}
          </Button>
        </>
      }
    >
      {!given && (
        <TextArea
          label="What describes your system"
          note="Paste it, or drop files or a folder anywhere on the board: docker-compose, Kubernetes, Mermaid, Graphviz, Structurizr, CSV, JSON Canvas, Excalidraw, traces and dependencies."
          placeholder={'services:\n  orders:\n    image: shop/orders'}
          rows={plan.parts.length > 0 ? 5 : 10}
          className={styles.paste ?? ''}
          value={pasted}
          onChange={setPasted}
          spellCheck="false"
          autoFocus
        />
      )}
      {refused.map((one) => (
        <Refused key={one.name} name={one.name} message={one.message} />
      ))}
      <div aria-live="polite" className={styles.plan}>
        {plan.parts.some((one) => one.ok) && (
          <>
            <p className={styles.sum}>{words === '' ? 'Nothing to change' : <b>{words}</b>}</p>
            {isTooMuch(commands) && (
              <Refused name="" message="This is too much for one time. Untick some of it." />
            )}
            <PlanPicture commands={commands} />
          </>
        )}
        {understoodFirst(plan.parts).map((part) => (
          <PartView key={part.name} part={part} planning={planning} isAlone={plan.parts.length === 1} />
        ))}
      </div>
    </Dialog>
  )
}

function understoodFirst(parts: readonly PlannedPart[]): readonly PlannedPart[] {
  return [...parts.filter((one) => one.ok), ...parts.filter((one) => !one.ok)]
}

function ChooseFiles({ another }: { readonly another: boolean }) {
  return (
    <FileTrigger
      allowsMultiple
      onSelect={(files) => void bringFiles([...(files ?? [])].map((file) => ({ name: file.name, file })))}
    >
      <Button variant="quiet">
        <FileUp />
        <span className={styles.choose}>Choose {another ? 'other files' : 'files'}</span>
      </Button>
    </FileTrigger>
  )
}

function Refused({ name, message }: { readonly name: string; readonly message: string }) {
  return (
    <div className={styles.error} role="alert">
      <p>
        {name && <b>{name}</b>} {message}
      </p>
      <p>Nothing of it is added.</p>
    </div>
  )
}

function titleOf(files: readonly BroughtFile[] | undefined): string {
  if (!files || files.length === 0) return 'Bring files'
  return files.length === 1 ? `Bring “${files[0]?.name ?? ''}”` : `Bring ${files.length} files`
}
