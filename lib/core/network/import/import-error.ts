export interface JsonPosition {
  /** Both from 1. */
  line: number;
  column: number;
}

/** A document that cannot be read at all. Its message names the document and the place, and may be shown as it is. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly path: string;
  readonly position: JsonPosition | undefined;

  constructor(path: string, problem: string, position?: JsonPosition) {
    super(
      position
        ? `${path}, line ${position.line}, column ${position.column}: ${problem}`
        : `${path}: ${problem}`,
    );
    this.path = path;
    this.position = position;
  }
}
