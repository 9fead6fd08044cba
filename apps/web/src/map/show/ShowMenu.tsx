import { COLOURINGS, type ColourBy, colouringsOf } from '@second-story/picture'
import { Check, Eye, EyeOff, Minus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { sameList, useBoard, useConduct } from '../../session/use-session.ts'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Segments } from '../../ui/Segments.tsx'
import { useMapState } from '../map-state.ts'
import { countHidden } from './choice.ts'
import { type Kind, kindsOf, type Made, madeIn, ORDER, tagsOf } from './kinds.ts'
import styles from './Show.module.css'
import { chooseTags, colourMap, showEverything, showKinds, useShow } from './show-state.ts'
import { colourWords, kindWords, say } from './words.ts'

/** What this person sees of the map: kinds of things and arrows, tags, colours. Nobody else's screen changes. */
export function ShowMenu() {
  const hidden = useHiddenCount()
  return (
    <DialogTrigger>
      <Button className={classes(styles.button, hidden > 0 && styles.some)} aria-label={say.open}>
        {hidden > 0 ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        {say.show}
      </Button>
      <Popover placement="bottom start" offset={6} className={styles.popover ?? ''}>
        <Dialog aria-label={say.open} className={styles.dialog ?? ''}>
          <Kinds />
          <Tags />
          <Colours />
          <p className={styles.foot}>
            {say.onlyYou}
            {hidden > 0 && (
              <Button className={styles.all ?? ''} onPress={showEverything}>
                {say.all}
              </Button>
            )}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** How many things are hidden on this screen now. */
export function useHiddenCount(): number {
  const choice = useShow((state) => state.choice)
  return useBoard((board) => countHidden(board, choice))
}

const ORDER_OF_KINDS = Object.keys(kindWords)
const MADE: readonly Made[] = ['prepare', 'meet', 'learn', 'page']

function Kinds() {
  const kinds = useBoard(kindsOf, (a, b) => sameList([...a].flat(), [...b].flat()))
  const isChaosDay = useConduct().kind === 'chaos-day'
  const isPlain = useConduct().kind === 'blank'
  const there = ORDER_OF_KINDS.filter((kind) => kinds.has(kind))
  const titles: Readonly<Record<Made, string>> = {
    prepare: say.prepare,
    meet: isChaosDay ? say.run : say.meet,
    learn: say.learn,
    page: say.page,
  }
  const things = there.filter((kind) => !kind.startsWith('arrow.'))
  const arrows = there.filter((kind) => kind.startsWith('arrow.'))
  return (
    <>
      {isPlain ? (
        <Group title={say.things} kinds={things} counts={kinds} />
      ) : (
        MADE.map((made) => (
          <Group
            key={made}
            title={titles[made]}
            kinds={things.filter((kind) => madeIn(kind) === made)}
            counts={kinds}
          />
        ))
      )}
      <Group title={say.arrows} kinds={arrows} counts={kinds} />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly kinds: readonly Kind[]
  readonly counts: ReadonlyMap<Kind, number>
}

function Group({ title, kinds, counts }: GroupProps) {
  const hidden = useShow((state) => state.choice.hidden)
  const order = useMapState((state) => state.startUpOrder)
  if (kinds.length === 0) return null
  const isShown = (kind: Kind): boolean => (kind === ORDER ? order : !hidden.has(kind))
  const shown = kinds.filter(isShown).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of boxes, no form
    <div role="group" aria-label={title} className={styles.group}>
      <Row
        label={title}
        isHead
        isOn={shown === kinds.length}
        isPart={shown > 0 && shown < kinds.length}
        onChange={(on) => showKinds(kinds, on)}
      />
      {kinds.map((kind) => (
        <Row
          key={kind}
          label={kindWords[kind as keyof typeof kindWords]}
          count={counts.get(kind) ?? 0}
          isOn={isShown(kind)}
          onChange={(on) => showKinds([kind], on)}
        />
      ))}
    </div>
  )
}

interface RowProps {
  readonly label: string
  readonly count?: number
  readonly isHead?: boolean
  readonly isOn: boolean
  readonly isPart?: boolean
  readonly onChange: (on: boolean) => void
}

function Row({ label, count, isHead = false, isOn, isPart = false, onChange }: RowProps) {
  return (
    <Checkbox
      className={classes(styles.row, isHead && styles.head)}
      isSelected={isOn}
      isIndeterminate={isPart}
      onChange={onChange}
    >
      <span className={styles.box} aria-hidden="true">
        {isPart ? <Minus /> : isOn ? <Check /> : null}
      </span>
      <span className={styles.label}>{label}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </Checkbox>
  )
}

function Tags() {
  const tags = useBoard(tagsOf, sameList)
  const chosen = useShow((state) => state.choice.tags)
  if (tags.length === 0 && chosen.size === 0) return null
  const toggle = (tag: string): void => {
    const next = new Set(chosen)
    if (!next.delete(tag)) next.add(tag)
    chooseTags(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips in a row, no form
    <div role="group" aria-label={say.withTag} className={styles.group}>
      <h3 className={styles.title}>{say.withTag}</h3>
      <div className={styles.chips}>
        {[...new Set([...tags, ...chosen])].map((tag) => (
          <Chip key={tag} isOn={chosen.has(tag)} onPress={() => toggle(tag)}>
            #{tag}
          </Chip>
        ))}
      </div>
    </div>
  )
}

function Colours() {
  const offered = useBoard(colouringsOf, sameList)
  const colour = useShow((state) => state.colour)
  if (offered.length === 0 && colour === null) return null
  const options: { readonly id: ColourBy | 'kind'; readonly label: string }[] = [
    { id: 'kind', label: say.kind },
    ...COLOURINGS.filter((by) => offered.includes(by) || by === colour).map((by) => ({
      id: by,
      label: colourWords[by],
    })),
  ]
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>{say.colour}</h3>
      <Segments
        label={say.colour}
        className={styles.stack ?? ''}
        options={options}
        value={colour ?? 'kind'}
        onChange={(by) => colourMap(by === 'kind' ? null : by)}
      />
    </div>
  )
}
