import { toast } from '../ui/toast.ts'

/** Says what the server said, in words; nothing was changed. */
export function tellFailure(error: unknown): void {
  toast(error instanceof Error ? error.message : 'That did not work. Nothing was changed.', { tone: 'error' })
}
