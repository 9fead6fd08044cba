import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import fieldStyles from './Field.module.css'
import menuStyles from './Menu.module.css'
import styles from './Select.module.css'

export interface SelectOption<T extends string> {
  readonly id: T
  readonly label: string
  readonly note?: string
}

export interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly quietLabel?: boolean
  readonly options: readonly SelectOption<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly size?: 'small' | 'normal'
  readonly className?: string
}

/** One of a few; never the browser's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, quietLabel, options, value, onChange, placeholder, size = 'normal' } = props
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
      isDisabled={props.isDisabled ?? false}
      placeholder={placeholder ?? 'Choose'}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={classes(fieldStyles.field, props.className)}
    >
      {!hideLabel && (
        <Label className={(quietLabel ? fieldStyles.quietLabel : fieldStyles.label) ?? ''}>{label}</Label>
      )}
      <Button className={classes(styles.button, size === 'small' && styles.small)}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}
        </SelectValue>
        <ChevronDown />
      </Button>
      <Popover className={classes(menuStyles.popover, styles.popover)} offset={4}>
        <ListBox className={menuStyles.menu ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={menuStyles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menuStyles.icon}>{isSelected && <Check />}</span>
                  <span className={menuStyles.words}>
                    <Text slot="label" className={menuStyles.label ?? ''}>
                      {option.label}
                    </Text>
                    {option.note && (
                      <Text slot="description" className={menuStyles.note ?? ''}>
                        {option.note}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
