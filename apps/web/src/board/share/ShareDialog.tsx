import { useQuery } from '@tanstack/react-query'
import { boardMembers } from '../../api/boards.ts'
import { useSession } from '../../session/use-session.ts'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Links } from './Links.tsx'
import { Members } from './Members.tsx'
import { ObserversComment } from './ObserversComment.tsx'
import { Sensitive } from './Sensitive.tsx'
import styles from './ShareDialog.module.css'

/** Links that bring people in, and who is on the board as what. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { data: members, error } = useQuery({
    queryKey: ['members', session.board],
    queryFn: () => boardMembers(session.board),
    refetchInterval: 10_000,
  })
  return (
    <Dialog title="Share" isOpen onClose={onClose}>
      {session.mayFacilitate() ? (
        <Links board={session.board} />
      ) : (
        <section className={styles.section}>
          <h3 className={styles.head}>For people already on this board</h3>
          <CopyLine label="Link to this board" value={`${window.location.origin}/b/${session.board}`} />
          <p className={styles.note}>Whoever facilitates can make a link that brings in others.</p>
        </section>
      )}
      <section className={styles.section}>
        <h3 className={styles.head}>On this board</h3>
        {error && (
          <p className={styles.failed} role="alert">
            {error.message}
          </p>
        )}
        <Members board={session.board} members={members ?? []} />
      </section>
      {session.mayFacilitate() && <ObserversComment board={session.board} />}
      {session.mayFacilitate() && <Sensitive board={session.board} />}
    </Dialog>
  )
}
