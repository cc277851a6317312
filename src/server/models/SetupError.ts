/** Fault of the installation, in our own words: the host's log gets it whole. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
