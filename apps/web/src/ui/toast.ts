import { Cell } from '../session/cell.ts'

export interface ToastAction {
  readonly label: string
  readonly onPress: () => void
}

export interface Toast {
  readonly id: number
  /** said first, in bold */
  readonly lead: string
  readonly words: string
  readonly tone: 'plain' | 'error'
  readonly action: ToastAction | null
  readonly key: string | null
}

export interface ToastOptions {
  readonly lead?: string
  readonly tone?: 'plain' | 'error'
  readonly action?: ToastAction
  /** ms on the screen; 0 stays until it is closed */
  readonly for?: number
  /** takes the place of a message with the same key: an "Undo" that no longer undoes what it stands beside */
  readonly key?: string
}

const MOST = 3
const USUAL_MS = 6000
const WITH_ACTION_MS = 10_000

export const toasts = new Cell<readonly Toast[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let next = 1

/** Tells something in passing, in a corner and to a screen reader. Returns its id, for `closeToast`. */
export function toast(words: string, options: ToastOptions = {}): number {
  const id = next++
  const one: Toast = {
    id,
    words,
    lead: options.lead ?? '',
    tone: options.tone ?? 'plain',
    action: options.action ?? null,
    key: options.key ?? null,
  }
  // the same words twice are said once
  const others = toasts.get().filter((other) => {
    const isSame = other.words === words && other.lead === one.lead
    return !isSame && (one.key === null || other.key !== one.key)
  })
  toasts.set([...others, one].slice(-MOST))
  hold(id, options.for ?? (options.action ? WITH_ACTION_MS : USUAL_MS))
  return id
}

export function closeToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  toasts.set(toasts.get().filter((one) => one.id !== id))
}

/** Keeps a toast while a hand or the keyboard is on it. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

export function letToastGo(id: number): void {
  hold(id, USUAL_MS)
}

function hold(id: number, ms: number): void {
  clearTimeout(timers.get(id))
  if (ms > 0)
    timers.set(
      id,
      setTimeout(() => closeToast(id), ms),
    )
}
