import { type Item, KIND_OF_PART, partOf } from '@second-story/board'
import { PartChooser } from '../../items/PartChooser.tsx'
import { nounOf } from '../../outline/item-words.ts'
import { useSession } from '../../session/use-session.ts'
import { Actions } from './Actions.tsx'
import { Branch } from './Branch.tsx'
import { ComponentFields } from './ComponentFields.tsx'
import { Connected } from './Connected.tsx'
import { EventFields } from './EventFields.tsx'
import { FactorFields } from './FactorFields.tsx'
import { HolderFields } from './HolderFields.tsx'
import { PanelHead } from './PanelHead.tsx'
import { PlainFields } from './PlainFields.tsx'
import { SeenIn } from './SeenIn.tsx'
import { Sources } from './Sources.tsx'
import { MainWords, Notes } from './Words.tsx'

const isStory = (item: Item): boolean => item.type === 'factor' || item.type === 'event'
const isTold = (item: Item): boolean =>
  isStory(item) || item.type === 'question' || item.type === 'insight' || item.type === 'idea'

/** One item: what it is, its words, and what it hangs together with. */
export function ItemPanel({ item }: { readonly item: Item }) {
  const session = useSession()
  const may = session.mayWrite() && item.type !== 'plain'
  const noun = nounOf(item)
  return (
    <>
      <PanelHead title={noun.charAt(0).toUpperCase() + noun.slice(1)} onlyYou={item.layer === 'own'} />
      {item.type === 'factor' && (
        <PartChooser
          value={partOf(item.kind)}
          isDisabled={!may}
          onChange={(part) => session.do([{ do: 'set', id: item.id, fields: { kind: KIND_OF_PART[part] } }])}
        />
      )}
      <MainWords item={item} readOnly={!may} />
      {item.type === 'factor' && <FactorFields item={item} readOnly={!may} />}
      {item.type === 'event' && <EventFields item={item} readOnly={!may} />}
      {item.type === 'component' && <ComponentFields item={item} readOnly={!may} />}
      {(item.type === 'boundary' || item.type === 'frame') && <HolderFields item={item} readOnly={!may} />}
      <PlainFields item={item} readOnly={!may} />
      {isTold(item) && <SeenIn item={item} readOnly={!may} />}
      <Connected item={item} readOnly={!may} />
      {isStory(item) && may && <Branch item={item} />}
      {(item.type === 'factor' || item.type === 'event') && <Sources item={item} readOnly={!may} />}
      <Notes item={item} readOnly={!may} />
      {may && <Actions item={item} />}
    </>
  )
}
