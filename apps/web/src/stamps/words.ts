import { counted, words } from '../language/words.ts'

/** What stamps say beside their own words, which pictures know. */
export const say = words('stamps', {
  stamps: 'Stamps',
  stamp: 'Stamp',
  named: (stamp: string) => `Stamp: ${stamp}`,
  put: (stamp: string, n: number) => `${stamp} on ${counted(n, 'thing', 'things')}`,
  off: (stamp: string, n: number) => `${stamp} off ${counted(n, 'thing', 'things')}`,
  stamped: (n: number) => `stamped ${counted(n, 'thing', 'things')}`,
  others: 'mark badge sticker',
})
