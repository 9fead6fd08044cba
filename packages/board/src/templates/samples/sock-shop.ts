import type { ComponentKind } from '../../items/component.ts'
import type { Sample } from '../sample.ts'
import { type Rect, SampleWriter } from './sample-writer.ts'

const TITLE = 'Chaos Day, the sock shop'

/** A made-up sketch, five minutes into a Chaos Day, on a well-known demonstration system. Its first note says so. */
export const sockShop: Sample = {
  name: 'sock-shop',
  title: TITLE,
  kind: 'chaos-day',
  build: () => {
    const write = new SampleWriter('sock')
    for (const section of ['summary', 'impact', 'description'] as const) write.prose(section, [])
    drawSystem(write)
    drawArrows(write)
    writeNotes(write)
    return {
      commands: write.commands,
      conduct: { title: TITLE, kind: 'chaos-day', stage: 'sketch', zone: 'UTC' },
    }
  },
}

type Row = readonly [name: string, kind: ComponentKind, technology: string, rect: Rect]

const INSIDE: readonly Row[] = [
  ['edge-router', 'gateway', 'ports 80, 8080', [262, 295, 154, 56]],
  ['front-end', 'service', 'image 0.3.12', [476, 295, 148, 56]],
  ['catalogue', 'service', 'image 0.3.5', [704, 121, 148, 56]],
  ['user', 'service', 'image 0.4.4', [704, 221, 148, 56]],
  ['carts', 'service', 'image 0.4.8', [704, 321, 148, 56]],
  ['orders', 'service', 'image 0.4.7', [704, 421, 148, 56]],
  ['shipping', 'service', 'image 0.4.8', [704, 621, 148, 56]],
  ['catalogue-db', 'datastore', 'MySQL', [950, 118, 148, 62]],
  ['user-db', 'datastore', 'MongoDB', [950, 218, 148, 62]],
  ['carts-db', 'datastore', 'mongo 3.4', [950, 318, 148, 62]],
  ['orders-db', 'datastore', 'mongo 3.4', [950, 418, 148, 62]],
  ['payment', 'service', 'image 0.4.3', [950, 521, 148, 56]],
  ['rabbitmq', 'queue', 'rabbitmq 3.6.8', [950, 622, 158, 54]],
  ['queue-master', 'service', 'image 0.3.1', [1174, 621, 152, 56]],
]

function drawSystem(write: SampleWriter): void {
  write.add('shop', 'boundary', { name: 'Sock shop', kind: 'system' }, [238, 84, 1112, 620])
  const simulated = { name: 'user-sim', kind: 'client', technology: 'load test' }
  write.add('user-sim', 'component', simulated, [64, 292, 140, 62])
  for (const [name, kind, technology, rect] of INSIDE)
    write.add(name, 'component', { name, kind, technology }, rect, 'shop')
}

function drawArrows(write: SampleWriter): void {
  write.connect('user-sim', 'calls', 'edge-router')
  write.connect('edge-router', 'calls', 'front-end', 'http')
  for (const service of ['catalogue', 'user', 'carts', 'orders']) write.connect('front-end', 'calls', service)
  for (const service of ['catalogue', 'user', 'carts', 'orders'])
    write.connect(service, 'calls', `${service}-db`)
  write.connect('orders', 'calls', 'payment', 'http')
  write.connect('orders', 'calls', 'shipping', 'http')
  write.connect('shipping', 'publishes', 'rabbitmq', 'shipping')
  // drawn the way the messages go, as people do
  write.connect('rabbitmq', 'publishes', 'queue-master', 'shipping')
}

function writeNotes(write: SampleWriter): void {
  const note = (key: string, text: string, rect: Rect): void => write.add(key, 'note', { text }, rect, 'shop')
  note(
    'made-up',
    'A made-up sketch to look around in: no real shop, and no real Chaos Day',
    [272, 118, 196, 74],
  )
  note('accounts', 'Sign-in and addresses both sit in user', [1150, 122, 172, 56])
  note('what-if', 'What if carts-db is slow for ten minutes, not gone?', [1150, 318, 172, 62])
  const question = { text: 'Who would see it first if orders stood still?', family: 'cues' }
  write.add('first-to-see', 'question', question, [272, 566, 190, 76], 'shop')
}
