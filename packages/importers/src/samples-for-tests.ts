/** A small whole file of each format, for tests that treat all formats alike. */
export const SAMPLES_FOR_TESTS: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  'docker-compose': {
    name: 'compose.yaml',
    text: 'services:\n  web: {image: nginx, environment: ["API=http://api:80"], depends_on: [api]}\n  api: &a\n    image: acme/api\n  copy: *a\n',
  },
  kubernetes: {
    name: 'web.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: a}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{image: nginx, env: [{name: API, value: "http://api:80"}]}]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: a}\nspec: {externalName: x.example}\n',
  },
  excalidraw: {
    name: 'a.excalidraw',
    text: '{"type": "excalidraw", "elements": [{"id": "a", "type": "rectangle", "x": 1, "y": 2, "width": 90, "height": 40}, {"id": "t", "type": "text", "text": "web", "containerId": "a"}, {"id": "b", "type": "text", "text": "db", "x": 200}, {"id": "r", "type": "arrow", "startBinding": {"elementId": "a"}, "endBinding": {"elementId": "b"}, "endArrowhead": "arrow"}]}',
  },
  'json-canvas': {
    name: 'a.canvas',
    text: '{"nodes": [{"id": "a", "type": "text", "text": "web", "x": 1, "y": 1, "width": 9, "height": 9}, {"id": "g", "type": "group", "x": 0, "y": 0, "width": 99, "height": 99, "label": "G"}, {"id": "b", "type": "text", "text": "db"}], "edges": [{"fromNode": "a", "toNode": "b", "label": "x"}]}',
  },
  'structurizr-json': {
    name: 'w.json',
    text: '{"name": "W", "model": {"people": [{"id": "1", "name": "P", "relationships": [{"destinationId": "3"}]}], "softwareSystems": [{"id": "2", "name": "S", "containers": [{"id": "3", "name": "C", "group": "x/y"}]}]}}',
  },
  dependencies: {
    name: 'd.json',
    text: '[{"parent": "a", "child": "b", "callCount": 1}, {"parent": "b", "child": "A", "callCount": "2", "errorCount": 1}]',
  },
  'otlp-trace': {
    name: 't.json',
    text: '{"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "web"}}]}, "scopeSpans": [{"spans": [{"traceId": "t", "spanId": "1", "kind": 3, "attributes": [{"key": "db.system", "value": {"stringValue": "mysql"}}]}]}]}]}',
  },
  'jaeger-trace': {
    name: 'j.json',
    text: '{"data": [{"processes": {"p": {"serviceName": "web"}, "q": {"serviceName": "db"}}, "spans": [{"traceID": "t", "spanID": "1", "processID": "p", "tags": []}, {"traceID": "t", "spanID": "2", "processID": "q", "references": [{"spanID": "1"}]}]}]}',
  },
  'zipkin-trace': {
    name: 'z.json',
    text: '[{"traceId": "t", "id": "1", "kind": "CLIENT", "localEndpoint": {"serviceName": "a"}, "remoteEndpoint": {"serviceName": "b"}}, {"traceId": "t", "id": "2", "parentId": "1", "localEndpoint": {"serviceName": "c"}}]',
  },
  'structurizr-dsl': {
    name: 'w.dsl',
    text: 'workspace "W" {\n  model {\n    u = person "U"\n    s = softwareSystem "S" {\n      g = group "G" {\n        c = container "C" "d" "Java"\n      }\n      d = container "D" {\n        tag "Database"\n        c -> this "reads"\n      }\n    }\n    u -> s.c "uses"\n  }\n}\n',
  },
  dot: {
    name: 'a.dot',
    text: 'digraph G {\n  subgraph cluster_a { label="A"; web [label=<<b>Web</b>>, shape=box]; }\n  web:p:n -> {db "x y"} [label="sql\\nreads", dir=both];\n  // words\n  db -- "q" + "r";\n}\n',
  },
  mermaid: {
    name: 'a.mmd',
    text: 'flowchart LR\n  %% words\n  subgraph g [Group]\n    a(["Web"]) & b{{x}} -->|calls| c[(DB)]\n  end\n  c -. later .-> d@{ shape: das, label: "Q" }\n  d <--> a; click a "https://example.com"\n  classDef k fill:#fff\n',
  },
  csv: {
    name: 'a.csv',
    text: 'name,kind,group,url\n"a ""x""",service,g,https://example.com\nb,,g,\n\nfrom,to,label\nb,c,x\n',
  },
}
