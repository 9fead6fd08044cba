import { ICONS, type IconName } from '@second-story/picture'

/** One of the map's own icons, as large as the text around it wants. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="lucide"
      viewBox="0 0 24 24"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  )
}
