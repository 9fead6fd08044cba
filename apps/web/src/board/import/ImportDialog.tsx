import { type ImportResult, importText } from '@second-story/importers'
import { FileUp } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { toast } from '../../ui/toast.ts'
import { addedComponents, componentsWords, fromWords } from './added-words.ts'
import styles from './ImportDialog.module.css'
import { Preview } from './Preview.tsx'
import { showBrought } from './show-brought.ts'
import { bring } from './use-file-drop.ts'

export interface ImportDialogProps {
  readonly name: string | undefined
  readonly text: string | undefined
  readonly onClose: () => void
}

/** Paste, drop or choose a file; see what it would add; Enter adds it, one undo takes it back. */
export function ImportDialog({ name, text: given, onClose }: ImportDialogProps) {
  const session = useSession()
  const [pasted, setPasted] = useState('')
  const text = given ?? pasted
  const settled = useDeferredValue(text)
  const add = useRef<HTMLButtonElement>(null)
  const result = useMemo<ImportResult | null>(() => {
    if (settled.trim() === '') return null
    return importText({ name, text: settled, board: session.live.snapshot, makeId: session.makeId })
  }, [settled, name, session])
  const isGood = result?.ok === true

  // a file that was understood is one Enter away from the board
  useEffect(() => {
    if (isGood) add.current?.focus()
  }, [isGood])

  const run = (): void => {
    if (!result?.ok) return
    const count = addedComponents(result.commands).length
    const applied = session.run(result.commands, `brought ${componentsWords(count)}`)
    if (!applied.ok) return
    onClose()
    showBrought(applied.ids)
    toast(fromWords(name, result.added.relations), {
      lead: componentsWords(count),
      key: 'history',
      action: { label: 'Undo', onPress: () => session.undo() },
    })
  }

  return (
    <Dialog
      title={name ? `Bring “${name}”` : 'Bring a file'}
      size="normal"
      isOpen
      onClose={onClose}
      actions={
        <>
          <FileTrigger
            onSelect={(files) => {
              const [file] = files ?? []
              if (file) void bring(file)
            }}
          >
            <Button variant="quiet">
              <FileUp />
              Choose {name ? 'another' : 'a'} file
            </Button>
          </FileTrigger>
          <span className={styles.gap} />
          <Button onPress={onClose}>Cancel</Button>
          <Button ref={add} variant="primary" isDisabled={!isGood} onPress={run}>
            Add to the board
          </Button>
        </>
      }
    >
      {given === undefined && (
        <TextArea
          label="A docker-compose file"
          note="Paste it here, or drop the file anywhere on the board."
          placeholder={'services:\n  orders:\n    image: shop/orders'}
          rows={result ? 5 : 10}
          className={styles.paste ?? ''}
          value={pasted}
          onChange={setPasted}
          spellCheck="false"
          autoFocus
        />
      )}
      {result && <Preview result={result} />}
    </Dialog>
  )
}
