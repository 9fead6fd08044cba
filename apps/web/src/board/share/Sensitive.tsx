import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getBoard, setSensitive } from '../../api/boards.ts'
import { Switch } from '../../ui/Switch.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ShareDialog.module.css'

/** Whether browsers may keep a copy of the board for a time without the server. */
export function Sensitive({ board }: { readonly board: string }) {
  const queries = useQueryClient()
  const key = ['board', board]
  const { data } = useQuery({ queryKey: key, queryFn: () => getBoard(board) })
  const change = async (isSensitive: boolean): Promise<void> => {
    try {
      queries.setQueryData(key, await setSensitive(board, isSensitive))
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
  }
  return (
    <section className={styles.section}>
      <Switch
        label="Sensitive"
        note="No browser keeps a copy: it opens, and takes changes, only with the server. What browsers keep of it now goes."
        isSelected={data?.sensitive ?? false}
        isDisabled={data === undefined}
        onChange={(on) => void change(on)}
      />
    </section>
  )
}
