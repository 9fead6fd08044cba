import { CircleDot, Moon, Sun, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBoardUi, type View } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { mayLead } from '../timeline/follow.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import { theme, themeChoice } from '../ui/theme.ts'
import styles from './ProjectorStrip.module.css'
import { say } from './words.ts'

/** The hand has rested so long when the strip goes, in ms. */
const REST_MS = 2_500

interface ProjectorStripProps {
  readonly place: ViewPlace
  readonly halo: boolean
  readonly onHalo: (on: boolean) => void
  readonly onLeave: () => void
}

/** The few things that a room's screen can be told; there while a hand moves, or the keyboard is on it. */
export function ProjectorStrip({ place, halo, onHalo, onLeave }: ProjectorStripProps) {
  const people = useCell(useSession().people.list)
  const follows = useBoardUi((ui) => ui.follows)
  const set = useBoardUi((ui) => ui.set)
  const shown = useCell(theme)
  const isAwake = useMovingHand()
  const views: readonly { readonly id: View; readonly label: string }[] = [
    { id: 'map', label: say.map },
    { id: 'list', label: say.outline },
    { id: 'timeline', label: say.timeline },
    { id: 'record', label: say.record },
  ]
  const leads = people.filter(({ role }) => mayLead(role))
  return (
    <div className={styles.strip} role="toolbar" aria-label={say.strip} data-awake={isAwake || undefined}>
      <Segments label={say.view} options={views} value={place.view} onChange={place.go} />
      {leads.length > 0 && (
        <Select
          label={say.follow}
          hideLabel
          size="small"
          options={[
            { id: '', label: say.nobody },
            ...leads.map(({ account, name }) => ({ id: account, label: say.followName(name) })),
          ]}
          value={leads.some(({ account }) => account === follows) ? follows : ''}
          onChange={(account) => set({ follows: account === '' ? null : account })}
        />
      )}
      <IconButton label={say.halo} on={halo} onPress={() => onHalo(!halo)}>
        <CircleDot />
      </IconButton>
      <IconButton
        label={shown === 'dark' ? say.light : say.dark}
        onPress={() => themeChoice.set(shown === 'dark' ? 'light' : 'dark')}
      >
        {shown === 'dark' ? <Sun /> : <Moon />}
      </IconButton>
      <IconButton label={say.leave} keys="Esc" onPress={onLeave}>
        <X />
      </IconButton>
    </div>
  )
}

function useMovingHand(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), REST_MS)
    const wake = (): void => {
      setAwake(true)
      clearTimeout(timer)
      timer = setTimeout(() => setAwake(false), REST_MS)
    }
    window.addEventListener('pointermove', wake)
    window.addEventListener('pointerdown', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('pointerdown', wake)
    }
  }, [])
  return isAwake
}
