import { words } from '../language/words.ts'

export const say = words('ui.contrast', {
  label: 'More contrast',
  note: 'Blacker ink, stronger lines. Comes by itself where the system asks for it.',
  on: 'More contrast',
  off: 'Contrast as the machine',
  others: 'high contrast theme see read',
})
