import styles from './Avatar.module.css'
import { Avatar } from './Avatar.tsx'

export interface AvatarStackProps {
  readonly people: readonly {
    readonly key: string | number
    readonly name: string
    readonly colour: number
  }[]
  readonly most?: number
  readonly size?: number
}

/** A few faces over each other and how many more there are. */
export function AvatarStack({ people, most = 4, size = 26 }: AvatarStackProps) {
  const shown = people.slice(0, most)
  const more = people.length - shown.length
  return (
    <span className={styles.stack}>
      {shown.map((one) => (
        <Avatar key={one.key} name={one.name} colour={one.colour} size={size} />
      ))}
      {more > 0 && (
        <span
          className={styles.more}
          style={{ width: size, height: size }}
          role="img"
          aria-label={`${more} more`}
        >
          +{more}
        </span>
      )}
    </span>
  )
}
