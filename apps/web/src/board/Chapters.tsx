import type { Stage } from '@second-story/board'
import { Check } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useConduct, useSession } from '../session/use-session.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { toast } from '../ui/toast.ts'
import styles from './Chapters.module.css'
import { type ChapterEntry, chaptersOf, stageWords } from './stage-words.ts'

/** Where the gathering is. Whoever facilitates moves it on. */
export function Chapters() {
  const session = useSession()
  const { kind, stage } = useConduct()
  const chapters = chaptersOf(kind, stage)
  if (chapters.length === 0) return null
  const moves = session.mayFacilitate() || session.sample !== null
  const go = (next: Stage): void => {
    session.conduct({ stage: next }).catch((error: Error) => toast(error.message, { tone: 'error' }))
  }
  return (
    <ol className={styles.chapters} aria-label="Where we are">
      {chapters.map((entry) => (
        <li key={entry.chapter} {...(entry.state === 'now' ? { 'aria-current': 'step' as const } : {})}>
          {moves ? (
            <ChapterMenu entry={entry} stage={stage} go={go} />
          ) : (
            <span className={styles.chapter} data-state={entry.state}>
              <ChapterName entry={entry} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

interface ChapterMenuProps {
  readonly entry: ChapterEntry
  readonly stage: Stage | null
  readonly go: (stage: Stage) => void
}

function ChapterMenu({ entry, stage, go }: ChapterMenuProps) {
  return (
    <Menu
      label={`${entry.label}: go to`}
      placement="bottom start"
      foot="Sets what is in front for everyone. It locks nothing."
      trigger={
        // by its whole name: the button beside it that invites people is called Share too
        <Button
          className={styles.chapter ?? ''}
          data-state={entry.state}
          aria-label={`Chapter: ${entry.label}${entry.state === 'done' ? ', done' : ''}`}
        >
          <ChapterName entry={entry} />
        </Button>
      }
    >
      {entry.stages.map((one) => (
        <MenuItem
          key={one}
          label={stageWords(one)}
          icon={one === stage ? <Check /> : null}
          onAction={() => go(one)}
        />
      ))}
    </Menu>
  )
}

function ChapterName({ entry }: { readonly entry: ChapterEntry }) {
  return (
    <>
      {entry.state === 'done' && <Check aria-label="done" />}
      {entry.label}
    </>
  )
}
