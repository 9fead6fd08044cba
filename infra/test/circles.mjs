/** One circle of each knot in a graph (node -> nodes), as a list of nodes; none when it has no circle (Tarjan). */
export function findCircles(graph) {
  const index = new Map()
  const low = new Map()
  const stack = []
  const onStack = new Set()
  const knots = []
  // own stack of frames: chains of imports may be long
  for (const start of graph.keys()) {
    if (index.has(start)) continue
    const frames = [{ node: start, next: 0 }]
    while (frames.length > 0) {
      const frame = frames.at(-1)
      const { node } = frame
      if (frame.next === 0 && !index.has(node)) {
        index.set(node, index.size)
        low.set(node, index.get(node))
        stack.push(node)
        onStack.add(node)
      }
      const target = (graph.get(node) ?? [])[frame.next++]
      if (target !== undefined) {
        if (!index.has(target)) frames.push({ node: target, next: 0 })
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node), index.get(target)))
        continue
      }
      frames.pop()
      const above = frames.at(-1)?.node
      if (above !== undefined) low.set(above, Math.min(low.get(above), low.get(node)))
      if (low.get(node) === index.get(node)) {
        const knot = stack.splice(stack.indexOf(node))
        for (const one of knot) onStack.delete(one)
        if (knot.length > 1 || (graph.get(node) ?? []).includes(node)) knots.push(new Set(knot))
      }
    }
  }
  return knots.map((knot) => circleIn(knot, graph))
}

/** A shortest way from a node of the knot back to itself. */
function circleIn(knot, graph) {
  const [start] = [...knot].sort()
  const from = new Map([[start, null]])
  const queue = [start]
  for (const node of queue) {
    for (const target of graph.get(node) ?? []) {
      if (target === start) {
        const path = []
        for (let at = node; at !== null; at = from.get(at)) path.unshift(at)
        return path
      }
      if (knot.has(target) && !from.has(target)) {
        from.set(target, node)
        queue.push(target)
      }
    }
  }
  return [...knot]
}
