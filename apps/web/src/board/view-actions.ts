/** The place in the top bar where the view in front may put its own buttons (by a portal); none on a phone. */
export const VIEW_ACTIONS = 'view-actions'
