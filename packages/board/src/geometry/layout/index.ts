export { layOut } from './lay-out.ts'
export type { Box, Hold, Line, Thing, Way } from './things.ts'
