import type { Item } from '@second-story/board'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import inspector from '../map/inspector/Inspector.module.css'
import pick from '../map/inspector/PickField.module.css'
import { Section } from '../map/inspector/Section.tsx'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { Chip } from '../ui/Chip.tsx'
import { suggestedTags, typedTag } from './typed-tag.ts'
import { say } from './words.ts'

/** Words by which things are gathered: any thing may have any, and the map can show those with one of them alone. */
export function Tags({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  const [adding, setAdding] = useState(false)
  if (readOnly && item.tags.length === 0) return null
  const put = (tag: string, value: string | null): void => {
    session.do([{ do: 'put', id: item.id, field: 'tags', entry: tag, value }])
  }
  return (
    <Section title={say.tags}>
      <div className={inspector.chips}>
        {item.tags.map((tag) => (
          <Chip
            key={tag}
            {...(readOnly ? {} : { onRemove: () => put(tag, null), removeLabel: say.takeTag(tag) })}
          >
            #{tag}
          </Chip>
        ))}
        {!readOnly && !adding && (
          <Button className={inspector.more ?? ''} onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {say.tag}
          </Button>
        )}
      </div>
      {adding && (
        <TagField there={item.tags} onAdd={(tag) => put(tag, tag)} onClose={() => setAdding(false)} />
      )}
    </Section>
  )
}

interface TagFieldProps {
  readonly there: readonly string[]
  readonly onAdd: (tag: string) => void
  readonly onClose: () => void
}

/** A word and Enter, one after the other; arrow keys take one that is on the board already. */
function TagField({ there, onAdd, onClose }: TagFieldProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const list = useId()
  const found = useBoard((board) => suggestedTags(board, typed, there), sameList)
  const chosen = found[at]
  const add = (tag: string): void => {
    if (tag !== '' && !there.includes(tag)) onAdd(tag)
    setTyped('')
    setAt(-1)
  }
  return (
    <div className={pick.pick}>
      <input
        role="combobox"
        aria-label={say.newTag}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : `${list}${at}`}
        placeholder={say.tagHint}
        maxLength={61}
        // biome-ignore lint/a11y/noAutofocus: it was opened to type here
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(-1)
        }}
        onBlur={() => {
          add(typedTag(typed))
          onClose()
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, -1))
          else if (event.key === 'Enter' || event.key === ',') add(chosen ?? typedTag(typed))
          else if (event.key === 'Escape') {
            setTyped('')
            onClose()
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div role="listbox" id={list} aria-label={say.tags} className={pick.list} hidden={found.length === 0}>
        {found.map((tag, index) => (
          <div
            key={tag}
            id={`${list}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-on={index === at || undefined}
            onPointerDown={(event) => {
              event.preventDefault()
              add(tag)
            }}
          >
            #{tag}
          </div>
        ))}
      </div>
    </div>
  )
}
