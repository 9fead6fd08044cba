/** What a process knows of its own end. */
export interface Life {
  /** it was asked to end: it takes no more, and whoever sends it people should stop */
  isEnding: boolean
}
