/**
 * What would hold up the rooms if it were done beside them. Each is loaded where it is first done; arguments and results are
 * plain values and bytes.
 */
export const TASKS = {
  fold: async () => (await import('./fold.ts')).fold,
  count: async () => (await import('../boards/count-items.ts')).countStored,
  graph: async () => (await import('../boards/graph.ts')).writeGraph,
  file: async () => (await import('../exports/write-file.ts')).writeFile,
  unbundle: async () => (await import('../bundles/bundle.ts')).readBundle,
  system: async () => (await import('../boards/system-of.ts')).takenFrom,
  pictures: async () => (await import('../images/named.ts')).picturesIn,
  'named-before': async () => (await import('../images/named.ts')).namedBefore,
  picture: async () => (await import('../images/take-in.ts')).takeIn,
  plan: async () => (await import('../imports/plan-import.ts')).planImport,
  look: async () => (await import('../versions/tasks.ts')).lookAtBoard,
  merge: async () => (await import('../versions/tasks.ts')).mergeHistory,
  copy: async () => (await import('../versions/tasks.ts')).copyBoard,
  tell: async () => (await import('../versions/tasks.ts')).tellChanges,
} as const

export type TaskName = keyof typeof TASKS
type Work<T extends TaskName> = Awaited<ReturnType<(typeof TASKS)[T]>>
export type TaskInput<T extends TaskName> = Parameters<Work<T>>[0]
export type TaskResult<T extends TaskName> = Awaited<ReturnType<Work<T>>>

/** Does a task, on whichever thread this is called. */
export async function doTask<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskResult<T>> {
  const work = (await TASKS[task]()) as (input: TaskInput<T>) => TaskResult<T> | Promise<TaskResult<T>>
  return await work(input)
}
