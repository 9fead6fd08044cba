import { copyText } from '../ui/copy-text.ts'
import { toast } from '../ui/toast.ts'
import { say } from './words.ts'

/** A link that opens the board with the thread. */
export async function copyThreadLink(board: string, thread: string): Promise<void> {
  const link = `${window.location.origin}/b/${board}#${thread}`
  toast((await copyText(link)) ? say.linkCopied : link)
}
