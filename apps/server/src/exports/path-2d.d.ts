/** The pictures' painter for a browser's canvas names it; nothing here ever makes one. */
declare class Path2D {
  constructor(path?: string)
}
