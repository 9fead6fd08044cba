import { words } from '../../language/words.ts'

export const say = words('map.places', {
  places: 'Places',
  name: 'Name',
  add: 'Name what you see',
  addOthers: 'bookmark save view place remember',
  goTo: (name: string) => `Go to ${name}`,
  goOthers: 'place bookmark frame view',
  frame: 'Frame',
  rename: (name: string) => `Rename ${name}`,
  update: (name: string) => `${name}: what you see now`,
  remove: (name: string) => `Delete ${name}`,
  link: (name: string) => `Copy a link to ${name}`,
  none: 'No places yet. Name what you see, and everybody finds it here.',
  added: (name: string) => `added the place “${name}”`,
  moved: (name: string) => `moved the place “${name}”`,
  kept: (name: string) => `“${name}” is among the places.`,
  all: 'The whole board',
})
