import { words } from '../../language/words.ts'

export const say = words('map.minimap', {
  show: 'Show the minimap',
  hide: 'Hide the minimap',
  others: 'overview navigator bird',
  name: 'Minimap. Arrow keys move the view.',
})
