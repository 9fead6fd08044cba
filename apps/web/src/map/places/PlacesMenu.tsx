import { Bookmark, Crosshair, Frame, Link2, Maximize, Pencil, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { copyLinkTo } from '../../go/link-to.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { afterClosing } from '../../ui/after-closing.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import menuStyles from '../../ui/Menu.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { zoomToFit } from '../stage/zoom.ts'
import { goToPlace, moveThisPlace, nameThisPlace } from './go-to-place.ts'
import styles from './PlacesMenu.module.css'
import { type NamedPlace, placesOf, samePlaces } from './places-of.ts'
import { say } from './words.ts'

/** Parts of the board that have names, frames too; G opens it, a digit goes there. */
export function PlacesMenu() {
  const [isOpen, setOpen] = useState(false)
  useKeys({ g: () => setOpen(true) })
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton label={say.places} keys="G" size="small">
        <Bookmark />
      </IconButton>
      <Popover placement="top end" offset={10} className={menuStyles.popover ?? ''}>
        <Dialog className={styles.list ?? ''} aria-label={say.places}>
          <Places onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Places({ onDone }: { readonly onDone: () => void }) {
  const session = useSession()
  const places = useBoard(placesOf, samePlaces)
  const [naming, setNaming] = useState<string | null>(null)
  const [renaming, setRenaming] = useState<NamedPlace['id'] | null>(null)
  const may = session.mayWrite()
  const go = (place: NamedPlace): void => {
    afterClosing(() => goToPlace(place))
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0
    const place = places[digit - 1]
    if (!place || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    event.stopPropagation()
    go(place)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits are a short way to its buttons
    <div onKeyDown={onKeyDown}>
      {places.length === 0 && <p className={styles.none}>{say.none}</p>}
      {places.map((place, index) =>
        renaming === place.id ? (
          <NameField
            key={place.id}
            initial={place.name}
            onKeep={(name) => {
              session.do([{ do: 'set', id: place.id, fields: { name } }])
              setRenaming(null)
            }}
            onLeave={() => setRenaming(null)}
          />
        ) : (
          <div key={place.id} className={styles.row}>
            <Button
              autoFocus={index === 0}
              className={styles.go ?? ''}
              aria-label={say.goTo(place.name)}
              onPress={() => go(place)}
            >
              {place.kind === 'frame' ? <Frame /> : <Bookmark />}
              <span className={styles.name}>{place.name}</span>
              {index < 9 && <Kbd tone="bare">{String(index + 1)}</Kbd>}
            </Button>
            <span className={styles.acts}>
              {session.sample === null && (
                <IconButton
                  size="small"
                  label={say.link(place.name)}
                  onPress={() => void copyLinkTo(session, place.id)}
                >
                  <Link2 />
                </IconButton>
              )}
              {may && place.kind === 'bookmark' && (
                <>
                  <IconButton
                    size="small"
                    label={say.update(place.name)}
                    onPress={() => moveThisPlace(session, place)}
                  >
                    <Crosshair />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={say.rename(place.name)}
                    onPress={() => setRenaming(place.id)}
                  >
                    <Pencil />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={say.remove(place.name)}
                    onPress={() => session.do([{ do: 'remove', ids: [place.id] }])}
                  >
                    <Trash2 />
                  </IconButton>
                </>
              )}
            </span>
          </div>
        ),
      )}
      <div className={styles.foot}>
        <Button
          autoFocus={places.length === 0}
          className={styles.go ?? ''}
          onPress={() => {
            onDone()
            zoomToFit()
          }}
        >
          <Maximize />
          <span className={styles.name}>{say.all}</span>
        </Button>
        {may && naming === null && (
          <Button className={styles.go ?? ''} onPress={() => setNaming('')}>
            <Plus />
            <span className={styles.name}>{say.add}</span>
          </Button>
        )}
        {may && naming !== null && (
          <NameField
            initial=""
            onKeep={(name) => nameThisPlace(session, name) && setNaming(null)}
            onLeave={() => setNaming(null)}
          />
        )}
      </div>
    </div>
  )
}

interface NameFieldProps {
  readonly initial: string
  readonly onKeep: (name: string) => void
  readonly onLeave: () => void
}

function NameField({ initial, onKeep, onLeave }: NameFieldProps) {
  const [typed, setTyped] = useState(initial)
  return (
    <div className={styles.field}>
      <TextField
        label={say.name}
        hideLabel
        autoFocus
        placeholder={say.name}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onKeep(typed.trim())
          else if (event.key === 'Escape') onLeave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </div>
  )
}
