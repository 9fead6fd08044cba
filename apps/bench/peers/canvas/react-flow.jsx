import {
  applyNodeChanges,
  Background,
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useViewport,
} from '@xyflow/react'
import { useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'
import { feeds } from './feeds.js'

// As the documentation's first pages show it: nodes and edges in state, a component of one's own, default edges.
const board = await (await fetch('./board.json')).json()

function Card({ data }) {
  return (
    <div className="card">
      <Handle type="target" position={Position.Left} />
      {data.label}
      <Handle type="source" position={Position.Right} />
    </div>
  )
}
const nodeTypes = { card: Card }
const edges = board.arrows.map(({ id, from, to }) => ({ id, source: from, target: to }))
const start = board.items.map((item) => ({
  id: item.id,
  type: 'card',
  position: { x: item.x, y: item.y },
  data: { label: item.label },
  style: { width: item.w, height: item.h },
}))

function Cursors({ list }) {
  const { x, y, zoom } = useViewport()
  return list.map((one) => (
    <div
      key={one.id}
      className="cursor"
      style={{ transform: `translate(${one.x * zoom + x}px, ${one.y * zoom + y}px)`, color: one.color }}
    >
      ▲ {one.name}
    </div>
  ))
}

function Board() {
  const [nodes, setNodes] = useState(start)
  const [cursors, setCursors] = useState([])
  const flow = useReactFlow()
  const onNodesChange = useCallback((changes) => setNodes((now) => applyNodeChanges(changes, now)), [])
  useEffect(() => {
    const feed = feeds(board, {
      move(list) {
        const to = new Map(list.map((one) => [one.id, one]))
        setNodes((now) =>
          now.map((node) => {
            const place = to.get(node.id)
            return place ? { ...node, position: { x: place.x, y: place.y } } : node
          }),
        )
      },
      cursors: setCursors,
    })
    window.bench = {
      ...feed,
      drawn: () => document.querySelectorAll('.react-flow__edge').length > 0,
      count: () => document.querySelectorAll('.react-flow__node').length,
      look({ x, y, zoom }) {
        flow.setViewport({ x: innerWidth / 2 - x * zoom, y: innerHeight / 2 - y * zoom, zoom })
      },
      zoom: () => flow.getZoom(),
      center(id) {
        const box = document.querySelector(`.react-flow__node[data-id="${id}"]`).getBoundingClientRect()
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      },
      select(ids) {
        const chosen = new Set(ids)
        setNodes((now) =>
          now.map((node) =>
            chosen.has(node.id) !== !!node.selected ? { ...node, selected: chosen.has(node.id) } : node,
          ),
        )
      },
    }
  }, [flow])
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      minZoom={0.02}
      panOnScroll
      selectionOnDrag
      panOnDrag={[1]}
      zoomActivationKeyCode="Control"
      defaultViewport={{
        x: innerWidth / 2 - board.middle.x * 0.5,
        y: innerHeight / 2 - board.middle.y * 0.5,
        zoom: 0.5,
      }}
    >
      <Background />
      <Cursors list={cursors} />
    </ReactFlow>
  )
}

createRoot(document.getElementById('root')).render(
  <ReactFlowProvider>
    <Board />
  </ReactFlowProvider>,
)
