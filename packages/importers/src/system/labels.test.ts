import { expect, test } from 'vitest'
import { TestBoard } from '../testing.ts'
import { labelled } from './labels.ts'

test('the names that teams use for owner and criticality are read, layers are no weight', () => {
  expect(
    labelled([
      ['app.kubernetes.io/team', 'payments'],
      ['acme.io/criticality', 'high'],
    ]),
  ).toEqual({
    ownerTeam: 'payments',
    criticality: 'high',
  })
  expect(
    labelled([
      ['tier', 'backend'],
      ['tier', '1'],
      ['teamster', 'x'],
    ]),
  ).toEqual({
    ownerTeam: '',
    criticality: '1',
  })
})

const of = (t: TestBoard, name: string) =>
  [...t.board.items.values()].find((item) => item.type === 'component' && item.name === name)

test('compose, Kubernetes and Structurizr files say who looks after a component', () => {
  const compose = new TestBoard()
  compose.import({
    name: 'compose.yaml',
    text: 'services:\n  api:\n    image: acme/api\n    labels: {team: Orders, acme.criticality: high}\n  web: {image: nginx}\n',
  })
  expect(of(compose, 'api')).toMatchObject({ ownerTeam: 'Orders', criticality: 'high' })
  const cluster = new TestBoard()
  cluster.import({
    name: 'a.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api, annotations: {acme.io/owner: Orders}}\nspec:\n  template:\n    metadata: {labels: {app: api, tier: backend}}\n    spec: {containers: [{image: acme/api}]}\n',
  })
  expect(of(cluster, 'api')).toMatchObject({ ownerTeam: 'Orders', criticality: '' })
  const model = new TestBoard()
  model.import({
    name: 'w.json',
    text: JSON.stringify({
      name: 'W',
      model: {
        softwareSystems: [
          {
            id: '1',
            name: 'S',
            containers: [{ id: '2', name: 'api', properties: { Owner: 'Orders', criticality: 'high' } }],
          },
        ],
      },
    }),
  })
  expect(of(model, 'api')).toMatchObject({ ownerTeam: 'Orders', criticality: 'high' })
})
