import {
  Clock,
  CloudFog,
  Clover,
  Database,
  LifeBuoy,
  type LucideIcon,
  Sparkle,
  Users,
  Wrench,
} from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import styles from './StartPicture.module.css'

/** A corner of a real review, as the board draws it: what a newcomer sees before any word. */
export function StartPicture() {
  return (
    <div className={styles.scene} aria-hidden="true">
      <p className={styles.area}>How it came about</p>
      <svg aria-hidden="true" className={styles.wires} viewBox="0 0 560 520">
        <path className={styles.thread} d="M212 100C264.5 100 264.5 106 311 106" />
        <path className={styles.head} d="M0 0L-8 -3.6V3.6Z" transform="translate(317 106)" />
        <path className={styles.thread} d="M236 226C282.5 226 282.5 226 323 226" />
        <path className={styles.head} d="M0 0L-8 -3.6V3.6Z" transform="translate(329 226)" />
        <path className={styles.thread} d="M206 354C267.5 354 267.5 236 329 236" />
        <path className={styles.thread} d="M404 129C404 160 420 170 420 199" />
        <path className={styles.head} d="M0 0L-8 -3.6V3.6Z" transform="translate(420 205) rotate(90)" />
        <text x="414" y="170">
          shaped
        </text>
        <path className={styles.thread} d="M424 251C424 270 434 285 434 299" />
        <path className={styles.head} d="M0 0L-8 -3.6V3.6Z" transform="translate(434 305) rotate(90)" />
        <path className={styles.thread} d="M424 391C424 375 434 368 434 352" />
        <path className={styles.bar} d="M-1.5 -7V7" transform="translate(434 354) rotate(-90)" />
        <text x="462" y="378">
          helped
        </text>
      </svg>
      <Pill x={318} y={84} w={172} time="[23:00 – 23:30]">
        The copy tool hangs
      </Pill>
      <Pill x={330} y={206} w={186} time="~23:27">
        Primary’s data removed
      </Pill>
      <Pill x={336} y={306} w={194} time="“that night”" said>
        Six-hour-old copy chosen
      </Pill>
      <Card x={40} y={60} part="harder" Icon={CloudFog} chips={[[Wrench, 'tooling']]} stamp="surprise">
        The copy tool waits without a word
      </Card>
      <Card
        x={64}
        y={190}
        part="came"
        Icon={Rings}
        chips={[
          [Database, 'Primary'],
          [Database, 'Standby'],
        ]}
      >
        The two host names differ in one digit
      </Card>
      <Card x={34} y={318} part="background" Icon={Hills} chips={[[Users, 'people']]}>
        Late evening, shift nearly over
      </Card>
      <Card
        x={330}
        y={392}
        w={176}
        part="helped"
        Icon={LifeBuoy}
        chips={[[Database, 'Staging']]}
        stamp="luck"
      >
        A snapshot made by hand was six hours old
      </Card>
      <Hand x={478} y={246} colour={1} name="Maren" />
      <Hand x={236} y={384} colour={3} name="Ada" />
    </div>
  )
}

interface PillProps {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly time: string
  /** told in words, not by the clock */
  readonly said?: boolean
  readonly children: ReactNode
}

function Pill({ x, y, w, time, said, children }: PillProps) {
  return (
    <div className={styles.pill} style={{ left: x, top: y, width: w }}>
      <span className={said ? styles.said : styles.time}>
        <Clock />
        {time}
      </span>
      <b>{children}</b>
    </div>
  )
}

interface CardProps {
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly part: 'came' | 'harder' | 'helped' | 'background'
  readonly Icon: LucideIcon | (() => ReactNode)
  readonly chips: readonly (readonly [LucideIcon, string])[]
  readonly stamp?: string
  readonly children: ReactNode
}

function Card({ x, y, w = 172, part, Icon, chips, stamp, children }: CardProps) {
  const style = { left: x, top: y, width: w, '--k': `var(--${part})` } as CSSProperties
  return (
    <div className={styles.card} data-part={part} style={style}>
      {stamp && (
        <span className={styles.stamp}>
          {stamp === 'luck' ? <Clover /> : <Sparkle />}
          {stamp}
        </span>
      )}
      <div className={styles.words}>
        <Icon />
        <p>{children}</p>
      </div>
      <div className={styles.chips}>
        {chips.map(([ChipIcon, label]) => (
          <span key={label}>
            <ChipIcon />
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

function Hand({
  x,
  y,
  colour,
  name,
}: {
  readonly x: number
  readonly y: number
  readonly colour: number
  readonly name: string
}) {
  const style = { left: x, top: y, '--c': `var(--who-${colour})` } as CSSProperties
  return (
    <div className={styles.hand} style={style}>
      <svg aria-hidden="true" viewBox="0 0 18 18">
        <path
          d="M2 1.5L15.5 8.2L9.3 9.9L6.6 15.8Z"
          fill="currentColor"
          stroke="var(--sheet)"
          strokeWidth="1.2"
          strokeLinejoin="round"
        />
      </svg>
      <span>{name}</span>
    </div>
  )
}

function Rings() {
  return (
    <svg
      aria-hidden="true"
      className="lucide"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
    >
      <circle cx="9" cy="12" r="6" />
      <path d="M13.2 6.7A6 6 0 1 1 12 16.8" />
    </svg>
  )
}

function Hills() {
  return (
    <svg
      aria-hidden="true"
      className="lucide"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
    >
      <path d="M2 19c3-7 6-9 8.5-4.5" />
      <path d="M7 19c3-10 8-12 15 0" />
      <path d="M2 19h20" />
    </svg>
  )
}
