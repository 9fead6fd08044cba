/** The mark: stairs to a second storey, and somebody at the top. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 20.5h6.2v-6h6v-6H21" />
      <circle cx="18.2" cy="4" r="1.9" fill="var(--hand)" stroke="none" />
    </svg>
  )
}
