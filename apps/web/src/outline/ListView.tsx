export { OutlineView as ListView } from './lines/OutlineView.tsx'
