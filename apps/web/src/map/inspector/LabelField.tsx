import { useState } from 'react'
import { TextField } from '../../ui/TextField.tsx'

interface LabelFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly readOnly: boolean
  readonly onKeep: (value: string) => void
}

/** One line, kept with Enter or when the field is left; Escape gives it up. */
export function LabelField({ label, value, placeholder, readOnly, onKeep }: LabelFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    const words = typed?.trim()
    setTyped(null)
    if (words !== undefined && words !== value) onKeep(words)
  }
  return (
    <TextField
      label={label}
      quietLabel
      value={typed ?? value}
      onChange={setTyped}
      onBlur={keep}
      isReadOnly={readOnly}
      maxLength={200}
      {...(placeholder ? { placeholder } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
