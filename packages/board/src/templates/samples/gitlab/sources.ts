import type { Source } from '../../../sources.ts'

const POSTMORTEM = 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/'
const LIVE_NOTES = 'https://about.gitlab.com/blog/2017/02/01/gitlab-dot-com-database-incident/'

/** Written afterwards, published on 10 February 2017. */
export const postmortem: Source = { kind: 'document', title: 'GitLab’s postmortem', url: POSTMORTEM }

/** Kept by those who worked on it, while they did. */
export const liveNotes: Source = { kind: 'chat', title: 'Live notes, kept that night', url: LIVE_NOTES }

/** What somebody thought at the time and told in the notes: nothing else can show it. */
export const remembered: Source = { kind: 'memory', title: 'Told in the live notes', url: LIVE_NOTES }
