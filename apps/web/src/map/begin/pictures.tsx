const BOX =
  'M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16ZM3.3 7l8.7 5 8.7-5M12 22V12'
const WINDOW = 'M4 4H20A2 2 0 0 1 22 6V18A2 2 0 0 1 20 20H4A2 2 0 0 1 2 18V6A2 2 0 0 1 4 4ZM2 8h20'

interface CardProps {
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly icon: string
  readonly name: string
  readonly small?: string
}

function Component({ x, y, w = 114, icon, name, small }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={w}
        height="52"
        rx="9"
        fill="var(--comp-fill)"
        stroke="var(--comp-line)"
        strokeWidth="1.5"
      />
      <path
        d={icon}
        transform="translate(13 17.5) scale(.71)"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x="38" y={small ? 24 : 31} fontSize="13" fontWeight="600" fill="var(--ink)">
        {name}
      </text>
      {small && (
        <text x="38" y="39" fontSize="11" fill="var(--ink-3)">
          {small}
        </text>
      )}
    </g>
  )
}

export function DrawPicture() {
  return (
    <svg viewBox="0 0 324 168" aria-hidden="true">
      <Component x={28} y={60} icon={WINDOW} name="front-end" small="Enter" />
      <path d="M142 86H182" stroke="var(--arrow)" strokeWidth="1.5" />
      <path d="M189 86l-9-4.2v8.400z" fill="var(--arrow)" />
      <Component x={190} y={60} w={108} icon={BOX} name="orders" small="Tab" />
      <g transform="translate(280 112)" color="var(--who-3)">
        <path
          d="M0 0L13.5 6.7L7.300 8.400L4.600 14.3Z"
          fill="currentColor"
          stroke="var(--sheet)"
          strokeWidth="1.2"
        />
      </g>
    </svg>
  )
}

export function TypePicture() {
  return (
    <svg viewBox="0 0 324 168" aria-hidden="true">
      <rect x="28" y="26" width="268" height="46" rx="10" fill="var(--sheet)" stroke="var(--line)" />
      <text x="42" y="54" fontSize="15.5" fontWeight="500" fill="var(--ink)">
        orders{' '}
        <tspan fill="var(--hand)" fontWeight="700">
          &gt;
        </tspan>{' '}
        payment <tspan fill="var(--ink-3)">(http)</tspan>
      </text>
      <Component x={28} y={98} w={102} icon={BOX} name="orders" />
      <path
        d="M130 124H184"
        stroke="var(--hand)"
        strokeWidth="2"
        strokeDasharray="2 4"
        strokeLinecap="round"
      />
      <path d="M194 124l-9-4.200v8.400z" fill="var(--hand)" />
      <text x="160" y="115" fontSize="10.5" fontWeight="600" fill="var(--hand)" textAnchor="middle">
        http
      </text>
      <Component x={195} y={98} w={102} icon={BOX} name="payment" />
    </svg>
  )
}

const LINES = [0, 12, 12, 22]

export function BringPicture() {
  return (
    <svg viewBox="0 0 324 168" aria-hidden="true">
      <Sheet x={28} y={44} turn={-5} name="compose.yml" />
      <Sheet x={206} y={40} turn={5} name="services" />
      <Sheet x={115} y={28} turn={0} name="docker" />
    </svg>
  )
}

function Sheet({
  x,
  y,
  turn,
  name,
}: {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly name: string
}) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn} 46 52)`}>
      <rect width="92" height="104" rx="8" fill="var(--sheet)" stroke="var(--line)" />
      <text x="11" y="23" fontSize="11" fontWeight="600" fill="var(--ink-2)">
        {name}
      </text>
      {LINES.map((indent, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: four lines that never change
          key={index}
          x={11 + indent}
          y={37 + index * 12}
          width={index === 3 ? 30 : 50 - (index % 2) * 10}
          height="4.5"
          rx="2.2"
          fill="var(--well-strong)"
        />
      ))}
    </g>
  )
}
