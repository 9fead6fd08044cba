import type { ThemeName } from '@second-story/picture'
import { Cell } from '../session/cell.ts'

/** What a person chose; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** `system` follows the machine; `more` whatever it says. */
export type ContrastChoice = 'system' | 'more'

const KEY = 'second-story:theme'
const CONTRAST_KEY = 'second-story:contrast'
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']

export const themeChoice = new Cell<ThemeChoice>('system')
/** The theme on the screen. */
export const theme = new Cell<'light' | 'dark'>('light')

export const contrastChoice = new Cell<ContrastChoice>('system')
/** The theme on the screen with its contrast, for what is drawn on canvas. */
export const drawnTheme = new Cell<ThemeName>('light')

/** Reads the stored choice and keeps `data-theme` on the page right from then on. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const more = matchMedia('(prefers-contrast: more)')
  const show = (): void => {
    const choice = themeChoice.get()
    const shown = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
    document.documentElement.dataset.theme = shown
    theme.set(shown)
    const isMore = contrastChoice.get() === 'more' || more.matches
    if (isMore) document.documentElement.dataset.contrast = 'more'
    else delete document.documentElement.dataset.contrast
    drawnTheme.set(isMore ? `${shown}-contrast` : shown)
  }
  themeChoice.set(read(KEY, CHOICES))
  contrastChoice.set(read(CONTRAST_KEY, ['system', 'more']))
  dark.addEventListener('change', show)
  more.addEventListener('change', show)
  themeChoice.subscribe(show)
  contrastChoice.subscribe(show)
  show()
}

export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.set(choice)
  keep(KEY, choice)
}

export function chooseContrast(choice: ContrastChoice): void {
  contrastChoice.set(choice)
  keep(CONTRAST_KEY, choice)
}

function keep(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice)
  } catch {
    // a browser without storage keeps the choice for this page
  }
}

function read<T extends 'system' | ThemeChoice | ContrastChoice>(
  key: string,
  choices: readonly T[],
): T | 'system' {
  try {
    const stored = localStorage.getItem(key)
    return choices.find((choice) => choice === stored) ?? 'system'
  } catch {
    return 'system'
  }
}
