import { INK_COLOURS, INK_WIDTHS, type InkColour, type InkWidth } from '@second-story/board'
import { inkPaint } from '@second-story/picture'
import { Eraser, Eye, Highlighter, PenLine, Wand, X } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tip } from '../../ui/Tip.tsx'
import { usePhone } from '../../ui/use-phone.ts'
import styles from './InkBar.module.css'
import { INK_MODES, type InkMode, useInk } from './ink-state.ts'
import { takeInk } from './take.ts'
import { say } from './words.ts'

const ICONS: Readonly<Record<InkMode, ReactNode>> = {
  pen: <PenLine />,
  highlighter: <Highlighter />,
  eraser: <Eraser />,
  laser: <Wand />,
}
const KEYS: Readonly<Record<InkMode, string>> = { pen: 'D', highlighter: '⇧ D', eraser: '⇧ E', laser: 'K' }
const THICK: Readonly<Record<InkWidth, number>> = { fine: 2, medium: 4, broad: 8 }

/** What the Pen tool draws with, beside the rail while it is in hand; under the thumb on a phone. */
export function InkBar() {
  const session = useSession()
  const isTaken = useBoardUi((ui) => ui.tool === 'pen')
  const isPhone = usePhone()
  const { mode, colour, width, onlyMe, set } = useInk()
  if (!session.mayWrite()) return null
  if (!isTaken) return isPhone ? <PhonePen /> : null
  const drawing = mode === 'pen' || mode === 'highlighter' ? mode : null
  return (
    <div className={styles.bar} role="toolbar" aria-label={say.options} data-over-map>
      <Choices
        label={say.kind}
        value={mode}
        options={INK_MODES}
        onChange={(to) => set({ mode: to })}
        keys={KEYS}
        draw={(one) => ICONS[one]}
      />
      {drawing && (
        <>
          <hr className={styles.line} />
          <Choices<InkColour>
            label={say.colour}
            value={colour[drawing]}
            options={INK_COLOURS}
            onChange={(to) => set({ colour: { ...colour, [drawing]: to } })}
            look={styles.colour ?? ''}
            group={styles.colours ?? ''}
            draw={(one) => (
              <span
                className={styles.dot}
                style={{ '--c': `var(--${inkPaint({ kind: drawing, colour: one })})` } as CSSProperties}
              />
            )}
          />
          <hr className={styles.line} />
          <Choices<InkWidth>
            label={say.width}
            value={width[drawing]}
            options={INK_WIDTHS}
            onChange={(to) => set({ width: { ...width, [drawing]: to } })}
            draw={(one) => <span className={styles.stroke} style={{ height: THICK[one] }} />}
          />
          {session.layer('own') && (
            <>
              <hr className={styles.line} />
              <IconButton
                label={say.onlyMe}
                on={onlyMe}
                className={styles.onlyMe ?? ''}
                onPress={() => set({ onlyMe: !onlyMe })}
              >
                <Eye />
              </IconButton>
            </>
          )}
        </>
      )}
      <hr className={styles.line} />
      <IconButton
        label={say.done}
        keys="Esc"
        onPress={() => useBoardUi.getState().set({ tool: 'select', kept: null })}
      >
        <X />
      </IconButton>
    </div>
  )
}

/** A phone has no rail. */
function PhonePen() {
  const session = useSession()
  return (
    <div className={styles.phone} data-over-map>
      <IconButton label={say.tool} size="big" silent onPress={() => void takeInk(session, 'pen')}>
        <PenLine />
      </IconButton>
    </div>
  )
}

interface ChoicesProps<T extends InkMode | InkColour | InkWidth> {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly onChange: (to: T) => void
  readonly draw: (one: T) => ReactNode
  readonly keys?: Readonly<Record<T, string>>
  readonly look?: string
  readonly group?: string
}

function Choices<T extends InkMode | InkColour | InkWidth>(props: ChoicesProps<T>) {
  const { label, value, options, onChange, draw, keys, look, group } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      orientation="vertical"
      selectedKeys={[value]}
      onSelectionChange={(chosen) => {
        const to = options.find((one) => chosen.has(one))
        if (to) onChange(to)
      }}
      className={classes(styles.group, group)}
    >
      {options.map((one) => (
        <Tip key={one} words={say[one]} {...(keys ? { keys: keys[one] } : {})} placement="right">
          <ToggleButton id={one} aria-label={say[one]} className={classes(styles.choice, look)}>
            {draw(one)}
          </ToggleButton>
        </Tip>
      ))}
    </ToggleButtonGroup>
  )
}
