/** Loads `sharp`. */
export async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (cause) {
    throw new Error(
      "Pictures cannot be encoded as PNG, because the package `sharp` is not installed. " +
        "Run `npm install sharp`, or pass your own `toPng` to createImageNodeHandler.",
      { cause },
    );
  }
}
