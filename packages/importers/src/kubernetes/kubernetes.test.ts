import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const SHOP = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data:
  DB_URL: postgres://joe:hunter2@orders-db.data:5432/app
  app.yml: |
    pay: http://payment.shop.svc.cluster.local:8080
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata: {labels: {app: orders}}
    spec:
      containers:
        - name: istio-proxy
          image: istio/proxyv2:1
        - name: orders
          image: registry.example.com/acme/orders:2.1
          envFrom: [{configMapRef: {name: settings}}]
          env:
            - {name: BUS_HOST, value: bus}
            - {name: BUS, value: "kafka://$(BUS_HOST):9092"}
            - {name: KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}
      volumes: [{name: c, configMap: {name: settings}}]
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {selector: {app: orders}}
---
apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Service, metadata: {name: payment, namespace: shop}, spec: {type: ExternalName, externalName: pay.example.com}}
  - {apiVersion: v1, kind: Service, metadata: {name: bus, namespace: shop}, spec: {selector: {app: bus}}}
  - {apiVersion: v1, kind: Service, metadata: {name: orders-db, namespace: data}, spec: {clusterIP: None, selector: {app: pg}}}
  - {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: bus, namespace: shop}, spec: {template: {metadata: {labels: {app: bus}}, spec: {containers: [{image: "bitnami/kafka:3.7"}]}}}}
  - {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders-db, namespace: data}, spec: {template: {metadata: {labels: {app: pg}}, spec: {containers: [{image: "postgres:16"}]}}}}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: shop}
spec: {jobTemplate: {spec: {template: {spec: {containers: [{image: acme/nightly, args: ["--host", "orders"]}]}}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front, namespace: shop}
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - {path: /orders, backend: {service: {name: orders}}}
          - {path: /, backend: {service: {name: ghost}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {gatewayClassName: envoy}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: orders}]}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: x, namespace: shop}
---
apiVersion: v1
kind: Secret
metadata: {name: s, namespace: shop}
stringData: {k: s3cr3t-value}
`

test('what runs becomes components in their namespaces, names and routes become arrows', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'mall.yaml', text: SHOP })
  expect(result.format).toBe('kubernetes')
  expect(t.components).toEqual({
    orders: 'service, image 2.1',
    payment: 'external, pay.example.com',
    bus: 'queue, kafka 3.7',
    'orders-db': 'datastore, postgres 16',
    nightly: 'job',
    front: 'gateway, nginx',
    edge: 'gateway, envoy',
    ghost: 'unknown',
  })
  expect(t.arrows).toEqual([
    'edge calls orders grpc',
    'front calls ghost',
    'front calls orders /orders',
    'nightly calls orders',
    'orders calls orders-db',
    'orders calls payment http',
    'orders publishes bus',
  ])
  expect(t.insides).toEqual({
    shop: ['bus', 'edge', 'front', 'ghost', 'nightly', 'orders', 'payment'],
    data: ['orders-db'],
    mall: ['data', 'shop'],
  })
  expect(result.notes.map((note) => note.message)).toEqual([
    'No part of the map: 1 PodDisruptionBudget.',
    '“ghost” is named here but not described.',
  ])
  expect(JSON.stringify(result)).not.toMatch(/hunter2|s3cr3t/)
})

test('a setting taken from one key of a config map is an address, one taken from a secret is nothing', () => {
  const workload = (name: string, env: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{image: ${name}, env: [${env}]}]}}}\n`
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {selector: {app: db}}\n'
  const values = (kind: string): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: {name: c}\ndata: {where: "db:5432"}\nstringData: {where: "db:5432"}\n`
  const arrows = (kind: string, how: string): string[] => {
    const t = new TestBoard()
    const env = `{name: STORE, valueFrom: {${how}: {name: c, key: where}}}`
    t.import({ text: [values(kind), workload('web', env), workload('db', ''), service].join('---\n') })
    return t.arrows
  }
  expect(arrows('ConfigMap', 'configMapKeyRef')).toEqual(['web calls db'])
  expect(arrows('Secret', 'secretKeyRef')).toEqual([])
})

test('a template says what to bring instead, and objects that run nothing say so', () => {
  const template = tryImport({
    text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n',
  })
  expect(template.ok || template.error.message).toMatch(/helm template/)
  const policy = tryImport({ text: 'apiVersion: v1\nkind: Role\nmetadata: {name: a}' })
  expect(policy).toMatchObject({ ok: false, error: { id: 'nothing-to-draw' } })
})

test('documents that refer to themselves without end are refused', () => {
  const levels = 'bcdefghij'
    .split('')
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`)
  const text = `apiVersion: v1\nkind: List\nx: &a [{kind: Pod}]\n${levels.join('\n')}\nitems: *j\n`
  const result = tryImport({ text })
  expect(result.ok).toBe(false)
})
