import {
  ConnectionMode,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import type { ItemId } from '@second-story/board'
import { type ComponentType, memo, useEffect, useMemo, useState } from 'react'
import { type FlowPort, LEAST_ZOOM, MOST_ZOOM, type Mount } from './flow-port.ts'

interface Body extends Record<string, unknown> {
  readonly body: unknown
}
type FlowNode = Node<Body, 'item'>

export interface FlowProps {
  /** draws one mounted item */
  readonly body: ComponentType<{ readonly id: ItemId; readonly data: unknown }>
  /** the left button pans too (space is held) */
  readonly hand: boolean
  readonly onReady: (port: FlowPort) => void
  /** the view moves or has come to rest; `byHand` when a person moves it, not the page */
  readonly onGesture: (on: boolean, byHand: boolean) => void
}

/** React Flow as the surface: pan, zoom, pinch, and the items near the view. Arrows and tools are our own. */
export function Flow(props: FlowProps) {
  return (
    <ReactFlowProvider>
      <Surface {...props} />
    </ReactFlowProvider>
  )
}

const NO_ATTRIBUTION = { hideAttribution: true }
const NO_EDGES: never[] = []
const CLEAR = { background: 'transparent' }
// a node without a handle is not measured in time; this one is inert
const HANDLE = { opacity: 0, pointerEvents: 'none', width: 1, height: 1, minWidth: 0, minHeight: 0 } as const
const PAN_MIDDLE = [1]
const PAN_HAND = [0, 1]

function Surface({ body: Body, hand, onReady, onGesture }: FlowProps) {
  const [nodes, setNodes] = useState<FlowNode[]>([])
  const flow = useReactFlow()
  const store = useStoreApi()
  const nodeTypes = useMemo(
    () => ({
      item: memo(
        ({ id, data }: NodeProps<FlowNode>) => (
          <>
            <Handle type="source" position={Position.Top} style={HANDLE} isConnectable={false} />
            <Body id={id as ItemId} data={data.body} />
          </>
        ),
        (a, b) => a.data === b.data,
      ),
    }),
    [Body],
  )
  useEffect(() => {
    const made = new WeakMap<Mount, FlowNode>()
    const port: FlowPort = {
      view: () => {
        const [x, y, zoom] = store.getState().transform
        return { x, y, zoom }
      },
      look: (view, ms = 0) => void flow.setViewport(view, ms > 0 ? { duration: ms } : {}),
      onView: (heard) =>
        store.subscribe((now, before) => {
          if (now.transform === before.transform) return
          const [x, y, zoom] = now.transform
          heard({ x, y, zoom })
        }),
      mount: (list) =>
        setNodes(
          list.map((one) => {
            const known = made.get(one)
            if (known) return known
            const node = nodeOf(one)
            made.set(one, node)
            return node
          }),
        ),
      size: () => ({ w: store.getState().width, h: store.getState().height }),
    }
    onReady(port)
  }, [flow, store, onReady])
  return (
    <ReactFlow
      nodes={nodes}
      edges={NO_EDGES}
      nodeTypes={nodeTypes}
      style={CLEAR}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      connectionMode={ConnectionMode.Loose}
      panOnScroll
      panOnScrollSpeed={1}
      panOnDrag={hand ? PAN_HAND : PAN_MIDDLE}
      zoomOnDoubleClick={false}
      panActivationKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elevateNodesOnSelect={false}
      disableKeyboardA11y
      onMoveStart={(event) => onGesture(true, isByHand(event))}
      onMoveEnd={(event) => onGesture(false, isByHand(event))}
      // said beside the map instead: a link in what is hidden from screen readers could be focused unseen
      proOptions={NO_ATTRIBUTION}
      aria-hidden
    />
  )
}

// what the page does by itself starts without an event, whatever the types say
function isByHand(event: unknown): boolean {
  return event !== null && event !== undefined
}

function nodeOf({ id, box, z, data }: Mount): FlowNode {
  const { x, y, w, h } = box
  return {
    id,
    type: 'item',
    position: { x, y },
    width: w,
    height: h,
    measured: { width: w, height: h },
    handles: [{ id: null, type: 'source', position: Position.Top, x: w / 2, y: 0, width: 1, height: 1 }],
    zIndex: z,
    data: { body: data },
    draggable: false,
    selectable: false,
    focusable: false,
  }
}
