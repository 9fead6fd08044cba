import { Cell } from '../session/cell.ts'

/** What a person chose; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'second-story:theme'
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']

export const themeChoice = new Cell<ThemeChoice>('system')
/** The theme on the screen, for what is drawn on canvas. */
export const theme = new Cell<'light' | 'dark'>('light')

/** Reads the stored choice and keeps `data-theme` on the page right from then on. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = (): void => {
    const choice = themeChoice.get()
    const shown = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
    document.documentElement.dataset.theme = shown
    theme.set(shown)
  }
  themeChoice.set(readChoice())
  dark.addEventListener('change', show)
  themeChoice.subscribe(show)
  show()
}

export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.set(choice)
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // a browser without storage keeps the choice for this page
  }
}

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY)
    return CHOICES.find((choice) => choice === stored) ?? 'system'
  } catch {
    return 'system'
  }
}
