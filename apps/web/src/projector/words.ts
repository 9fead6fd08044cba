import { words } from '../language/words.ts'

/** What is said of the room's screen. */
export const say = words('projector', {
  start: 'Projector: only what everybody sees, large',
  startOthers: 'present screen beamer full room show tv',
  window: 'A window for the projector, following me',
  windowOthers: 'room screen second beamer tv present',
  name: 'Projector',
  strip: 'For the projector',
  view: 'View',
  map: 'Map',
  timeline: 'Timeline',
  record: 'Record',
  outline: 'Outline',
  follow: 'Goes along with',
  nobody: 'Nobody',
  followNone: 'Stop going along',
  followName: (name: string) => `Go along with ${name}`,
  halo: 'A halo round the pointer',
  dark: 'Dark',
  light: 'Light',
  leave: 'Leave',
  started: 'Projector. What only you can see is not shown. Escape leaves.',
})
