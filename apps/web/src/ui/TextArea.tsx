import type { ReactNode, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export interface TextAreaProps
  extends Omit<TextFieldProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly quietLabel?: boolean
  readonly placeholder?: string
  readonly rows?: number
  readonly note?: ReactNode
  readonly error?: string | null
  readonly areaRef?: Ref<HTMLTextAreaElement>
  readonly className?: string
}

export function TextArea(props: TextAreaProps) {
  const {
    label,
    hideLabel,
    quietLabel,
    placeholder,
    rows = 3,
    note,
    error,
    areaRef,
    className,
    ...rest
  } = props
  return (
    <TextField
      {...rest}
      isInvalid={Boolean(error)}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={classes(styles.field, className)}
    >
      {!hideLabel && <Label className={(quietLabel ? styles.quietLabel : styles.label) ?? ''}>{label}</Label>}
      <AriaTextArea
        rows={rows}
        {...(areaRef ? { ref: areaRef } : {})}
        {...(placeholder ? { placeholder } : {})}
        className={styles.input ?? ''}
      />
      {note && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </TextField>
  )
}
