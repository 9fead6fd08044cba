import { type ItemTypeName, VOTE_LIMITS, type VoteScope } from '@second-story/board'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { startVote } from '../api/votes.ts'
import { useBoardUi } from '../board/board-ui.ts'
import panel from '../review/FacilitatePanel.module.css'
import { tellFailure } from '../review/tell-failure.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { say } from './words.ts'

const KINDS = [
  ['note', () => say.notes],
  ['question', () => say.questions],
  ['factor', () => say.factors],
  ['insight', () => say.insights],
  ['idea', () => say.ideas],
  ['component', () => say.components],
] as const satisfies readonly (readonly [ItemTypeName, () => string])[]

type Choice = (typeof KINDS)[number][0] | 'selection'

/** Sets up a dot vote: what is asked, on what, how many dots each. */
export function VoteSetUp() {
  const session = useSession()
  const [title, setTitle] = useState('')
  const [dots, setDots] = useState(3)
  const [choice, setChoice] = useState<Choice>('note')
  const [starting, setStarting] = useState(false)
  const selected = useBoardUi((ui) => ui.items)
  const chosen = useBoard((board) =>
    [...selected].filter((id) => board.items.get(id)?.layer === 'common').join(' '),
  )
  const ids = chosen === '' ? [] : chosen.split(' ')
  const on: VoteScope = choice === 'selection' ? { ids } : { types: [choice] }
  const isReady = choice !== 'selection' || (ids.length > 0 && ids.length <= VOTE_LIMITS.things)
  const start = (): void => {
    setStarting(true)
    startVote(session.board, { title: title.trim() || say.usual, dots, on })
      .then(() => setTitle(''))
      .catch(tellFailure)
      .finally(() => setStarting(false))
  }
  return (
    <section className={panel.part} aria-label={say.name}>
      <h3 className={panel.title}>{say.name}</h3>
      <p className={panel.words}>{say.what}</p>
      <TextField
        label={say.question}
        quietLabel
        value={title}
        maxLength={200}
        placeholder={say.usual}
        onChange={setTitle}
      />
      <Select
        label={say.onWhat}
        quietLabel
        value={choice}
        options={[
          ...KINDS.map(([id, kind]) => ({ id: id as Choice, label: say.all(kind()) })),
          { id: 'selection' as const, label: say.selection(ids.length) },
        ]}
        onChange={setChoice}
      />
      {!isReady && <p className={panel.words}>{say.nothingSelected}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own frame */}
      <div className={panel.minutes} role="group" aria-label={say.dotsEach}>
        <IconButton label={say.fewer} size="small" isDisabled={dots <= 1} onPress={() => setDots(dots - 1)}>
          <Minus />
        </IconButton>
        <output>{say.dots(dots)}</output>
        <IconButton
          label={say.more}
          size="small"
          isDisabled={dots >= VOTE_LIMITS.dots}
          onPress={() => setDots(dots + 1)}
        >
          <Plus />
        </IconButton>
      </div>
      <Button wide onPress={start} isDisabled={starting || !isReady}>
        {say.start}
      </Button>
    </section>
  )
}
