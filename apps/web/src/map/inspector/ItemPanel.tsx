import { type Item, KIND_OF_PART, marksOf, partOf } from '@second-story/board'
import { FieldWalk } from '../../details/FieldWalk.tsx'
import { Tags } from '../../details/Tags.tsx'
import { FlowFields } from '../../flows/FlowFields.tsx'
import { PictureFields } from '../../images/PictureFields.tsx'
import { PartChooser } from '../../items/PartChooser.tsx'
import { nounOf } from '../../outline/item-words.ts'
import { useSession } from '../../session/use-session.ts'
import { Stamps } from '../../stamps/Stamps.tsx'
import { say } from '../../stamps/words.ts'
import { NoteFields } from '../notes/NoteFields.tsx'
import { Actions } from './Actions.tsx'
import { Branch } from './Branch.tsx'
import { ComponentFields } from './ComponentFields.tsx'
import { Connected } from './Connected.tsx'
import { EventFields } from './EventFields.tsx'
import { FactorFields } from './FactorFields.tsx'
import { HolderFields } from './HolderFields.tsx'
import { PanelHead } from './PanelHead.tsx'
import { PlainFields } from './PlainFields.tsx'
import { Section } from './Section.tsx'
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
    <FieldWalk>
      <PanelHead title={noun.charAt(0).toUpperCase() + noun.slice(1)} onlyYou={item.layer === 'own'} />
      {item.type === 'factor' && (
        <PartChooser
          value={partOf(item.kind)}
          isDisabled={!may}
          onChange={(part) => session.do([{ do: 'set', id: item.id, fields: { kind: KIND_OF_PART[part] } }])}
        />
      )}
      {item.type === 'image' ? (
        <PictureFields item={item} readOnly={!may} />
      ) : (
        <MainWords item={item} readOnly={!may} />
      )}
      {item.type === 'factor' && <FactorFields item={item} readOnly={!may} />}
      {item.type === 'event' && <EventFields item={item} readOnly={!may} />}
      {item.type === 'component' && <ComponentFields item={item} readOnly={!may} />}
      {(item.type === 'boundary' || item.type === 'frame') && <HolderFields item={item} readOnly={!may} />}
      {item.type === 'flow' && <FlowFields item={item} readOnly={!may} />}
      {item.type === 'note' && may && <NoteFields ids={[item.id]} />}
      <PlainFields item={item} readOnly={!may} />
      {(may || marksOf(item).length > 0) && (
        <Section title={say.stamps}>
          <Stamps ids={[item.id]} readOnly={!may} />
        </Section>
      )}
      <Tags item={item} readOnly={!may} />
      {isTold(item) && <SeenIn item={item} readOnly={!may} />}
      {item.type !== 'flow' && <Connected item={item} readOnly={!may} />}
      {isStory(item) && may && <Branch item={item} />}
      {(item.type === 'factor' || item.type === 'event') && <Sources item={item} readOnly={!may} />}
      <Notes item={item} readOnly={!may} />
      {may && <Actions item={item} />}
    </FieldWalk>
  )
}
