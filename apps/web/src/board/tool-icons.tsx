import type { ReactNode } from 'react'

// the tools show the shape that they make, as the board draws it
function icon(children: ReactNode) {
  return function ToolIcon() {
    return (
      <svg
        className="lucide"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
    )
  }
}

export const ComponentTool = icon(
  <>
    <rect x="3" y="6" width="18" height="12" rx="3" />
    <path d="M7 12h.01M11 12h6" />
  </>,
)
export const BoundaryTool = icon(
  <>
    <rect x="3.5" y="5" width="17" height="15" rx="3" strokeDasharray="3.4 2.8" />
    <path d="M7 5h6" strokeWidth="3" />
  </>,
)
export const FactorTool = icon(
  <>
    <rect x="4" y="5" width="17" height="14" rx="3" />
    <path d="M5.5 6v12" strokeWidth="3.4" />
    <path d="M11 10h6M11 14h4" />
  </>,
)
export const EventTool = icon(
  <>
    <rect x="2" y="7" width="20" height="10" rx="5" />
    <path d="M7 10v2.2l1.4.8M12 12h6" />
  </>,
)
