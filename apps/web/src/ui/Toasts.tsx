import { X } from 'lucide-react'
import { useCell } from '../session/cell.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Toasts.module.css'
import { closeToast, holdToast, letToastGo, toasts } from './toast.ts'

/** Where toasts are shown; once a page. */
export function Toasts() {
  const shown = useCell(toasts)
  return (
    // above dialogs, and pressing in it does not close them
    <section
      className={styles.region}
      aria-label="Messages"
      aria-live="polite"
      data-react-aria-top-layer="true"
    >
      {shown.map((one) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: holding still under the pointer is no control
        <div
          key={one.id}
          className={styles.toast}
          data-tone={one.tone}
          onPointerEnter={() => holdToast(one.id)}
          onPointerLeave={() => letToastGo(one.id)}
          onFocus={() => holdToast(one.id)}
          onBlur={() => letToastGo(one.id)}
        >
          <p className={styles.words}>
            {one.lead && <b>{one.lead} </b>}
            {one.words}
          </p>
          {one.action && (
            <Button
              variant="link"
              onPress={() => {
                one.action?.onPress()
                closeToast(one.id)
              }}
            >
              {one.action.label}
            </Button>
          )}
          <IconButton label="Close message" size="small" onPress={() => closeToast(one.id)}>
            <X />
          </IconButton>
        </div>
      ))}
    </section>
  )
}
