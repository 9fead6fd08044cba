import { words } from '../../language/words.ts'

export const say = words('map.find', {
  find: 'Find on the map',
  nothing: 'nothing',
  count: (at: number, of: number) => `${at} of ${of}`,
  told: (at: number, of: number, name: string) => `${at} of ${of}: ${name}`,
  found: (n: number) => (n === 1 ? '1 found' : `${n} found`),
  before: 'The one before',
  next: 'The next one',
  close: 'Close',
})
