import type { ReactNode, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly label: string
  /** the label is only for a screen reader */
  readonly hideLabel?: boolean
  readonly quietLabel?: boolean
  readonly placeholder?: string
  readonly note?: ReactNode
  /** in words; marks the field */
  readonly error?: string | null
  readonly size?: 'normal' | 'big'
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
}

export function TextField({
  label,
  hideLabel,
  quietLabel,
  placeholder,
  note,
  error,
  size = 'normal',
  inputRef,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(error)}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={classes(styles.field, size === 'big' && styles.big, className)}
    >
      {!hideLabel && <Label className={(quietLabel ? styles.quietLabel : styles.label) ?? ''}>{label}</Label>}
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        {...(placeholder ? { placeholder } : {})}
        className={styles.input ?? ''}
      />
      {note && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </AriaTextField>
  )
}
