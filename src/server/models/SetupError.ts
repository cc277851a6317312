const BRAND = Symbol.for("image-generation-node.setupError");

/** Fault of the installation, in our own words: the host's log gets it whole. */
export class SetupError extends Error {
  override readonly name = "SetupError";
  readonly [BRAND] = true;

  /** Whether a value is one, of whatever copy of this package. */
  static isInstance(value: unknown): value is Error {
    return value instanceof Error && BRAND in value;
  }
}
