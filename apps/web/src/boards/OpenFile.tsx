import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../ui/IconButton.tsx'

/** A board from a file that one was saved as. */
export function OpenFile({ onFile }: { readonly onFile: (file: File) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null)
  const [isOpening, setOpening] = useState(false)
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setOpening(true)
    await onFile(file)
    setOpening(false)
    // the same file may be chosen again
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <IconButton
        label="Open a board from a file"
        isDisabled={isOpening}
        onPress={() => input.current?.click()}
      >
        <FolderOpen />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept=".zip,.json,application/zip,application/json"
        hidden
        aria-label="A board as a file"
        onChange={(event) => void open(event.target.files?.[0])}
      />
    </>
  )
}
