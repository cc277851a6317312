import { describePeer } from "../models/describePeer.js";
import { SetupError } from "../models/SetupError.js";

/** Loads `sharp`. */
export async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (cause) {
    throw new SetupError(
      `Pictures cannot be encoded as PNG, because ${describePeer("sharp", cause)}. ` +
        "Run `npm install sharp`, or pass your own `toPng` to createImageNodeHandler.",
      { cause },
    );
  }
}
