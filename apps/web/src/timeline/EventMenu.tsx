import type { TimelineEvent } from '@second-story/board'
import {
  ArrowDown,
  ArrowUp,
  Check,
  Ellipsis,
  EyeOff,
  History,
  Link2,
  Map as MapIcon,
  Trash2,
} from 'lucide-react'
import { copyLinkTo } from '../go/link-to.ts'
import { say } from '../go/words.ts'
import { openPlace } from '../outline/make-item.ts'
import { useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import { EVENT_KIND_CHOICES } from './event-words.ts'
import { eventsOf, mayMove, moveBy } from './order.ts'

/** Everything rarer that can be done with an event. */
export function EventMenu({ event }: { readonly event: TimelineEvent }) {
  const session = useSession()
  const set = (fields: object): void => {
    session.do([{ do: 'set', id: event.id, fields }])
  }
  const events = eventsOf(session.live.snapshot)
  const move = (step: -1 | 1): void => {
    session.do(moveBy(events, event.id, step), `moved “${event.text.slice(0, 40)}”`)
  }
  return (
    <Menu
      label="This event"
      trigger={
        <IconButton label="More about this event" size="small">
          <Ellipsis />
        </IconButton>
      }
      wide
    >
      <MenuItem
        label="It seemed relevant then"
        note="A dead end, or an alert that meant something else: it stays in the record"
        icon={event.seemedRelevantThen ? <Check /> : <History />}
        onAction={() => set({ seemedRelevantThen: !event.seemedRelevantThen })}
      />
      <MenuItem
        label={event.leaveOutOfRecord ? 'Put it back into the record' : 'Leave it out of the record'}
        icon={event.leaveOutOfRecord ? <Check /> : <EyeOff />}
        onAction={() => set({ leaveOutOfRecord: !event.leaveOutOfRecord })}
      />
      <MenuItem
        label={event.place ? 'Take it off the map' : 'Put it on the map'}
        icon={<MapIcon />}
        onAction={() =>
          session.do([
            {
              do: 'place',
              places: [
                { id: event.id, place: event.place ? null : openPlace(session.live.snapshot, 'event') },
              ],
            },
          ])
        }
      />
      {session.sample === null && (
        <MenuItem
          label={say.copyLink}
          icon={<Link2 />}
          onAction={() => void copyLinkTo(session, event.id, 'timeline')}
        />
      )}
      <MenuItem
        label="Move up"
        keys="Alt ↑"
        icon={<ArrowUp />}
        isDisabled={!mayMove(events, event.id, -1)}
        onAction={() => move(-1)}
      />
      <MenuItem
        label="Move down"
        keys="Alt ↓"
        icon={<ArrowDown />}
        isDisabled={!mayMove(events, event.id, 1)}
        onAction={() => move(1)}
      />
      <MenuItem
        label="Delete"
        icon={<Trash2 />}
        onAction={() => session.do([{ do: 'remove', ids: [event.id] }])}
      />
      <MenuLine />
      <MenuSection label="What kind of event">
        {EVENT_KIND_CHOICES.map(({ id, label }) => (
          <MenuItem
            key={id}
            label={label}
            icon={event.kind === id ? <Check /> : <span />}
            onAction={() => set({ kind: event.kind === id ? null : id })}
          />
        ))}
      </MenuSection>
    </Menu>
  )
}
