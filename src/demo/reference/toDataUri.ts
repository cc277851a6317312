/** Writes bytes as a data URI. */
export function toDataUri(bytes: Uint8Array, mimeType: string): string {
  let binary = "";
  // In pieces: one call with a whole picture would overflow the stack.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return `data:${mimeType};base64,${btoa(binary)}`;
}
