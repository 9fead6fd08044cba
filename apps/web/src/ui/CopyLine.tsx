import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './CopyLine.module.css'
import { copyText } from './copy-text.ts'

export interface CopyLineProps {
  /** what the line holds, for a screen reader */
  readonly label: string
  readonly value: string
}

/** A line to copy: a link that is shown once. */
export function CopyLine({ label, value }: CopyLineProps) {
  const [copied, setCopied] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const copy = async (): Promise<void> => {
    const done = await copyText(value)
    if (!done) input.current?.select()
    setCopied(done)
  }
  return (
    <div className={styles.line}>
      <input
        ref={input}
        className={styles.value}
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <Button variant="primary" onPress={() => void copy()}>
        {copied ? <Check /> : <Copy />}
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}
