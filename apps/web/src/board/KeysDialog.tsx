import { useCell } from '../session/cell.ts'
import { say } from '../ui/contrast-words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Switch } from '../ui/Switch.tsx'
import { chooseContrast, chooseTheme, contrastChoice, themeChoice } from '../ui/theme.ts'
import styles from './KeysDialog.module.css'
import { KEY_GROUPS } from './key-list.ts'
import { singleKeys, switchSingleKeys } from './keyboard/use-keys.ts'
import { keepTools, toolsStay } from './tool-done.ts'

const THEMES = [
  { id: 'system', label: 'As the machine' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const

/** Every key, and the two choices that belong to this browser. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const letters = useCell(singleKeys)
  const theme = useCell(themeChoice)
  const stay = useCell(toolsStay)
  const contrast = useCell(contrastChoice)
  return (
    <Dialog title="Keys" size="large" isOpen onClose={onClose}>
      <div className={styles.groups}>
        {KEY_GROUPS.map((group) => (
          <section key={group.title}>
            <h3 className={styles.head}>{group.title}</h3>
            <dl className={styles.list}>
              {group.keys.map(({ keys, words }) => (
                <div key={words} className={styles.row}>
                  <dt>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.choices}>
        <Switch
          label="Single keys"
          note="Switch off when letters are pressed by chance, by voice or by hand. Ctrl and Command keys stay."
          isSelected={letters}
          onChange={switchSingleKeys}
        />
        <Switch
          label="Tools stay in hand"
          note="Draw one after another; V or Esc puts a tool away. Pressing a tool twice keeps it once."
          isSelected={stay}
          onChange={keepTools}
        />
        <Switch
          label={say.label}
          note={say.note}
          isSelected={contrast === 'more'}
          onChange={(on) => chooseContrast(on ? 'more' : 'system')}
        />
        <div className={styles.theme}>
          <span>Light or dark</span>
          <Segments label="Light or dark" options={THEMES} value={theme} onChange={chooseTheme} />
        </div>
      </div>
    </Dialog>
  )
}
