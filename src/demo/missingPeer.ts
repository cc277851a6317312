/** The error for a package of the demo that the host has not installed; it names the install line. */
export function missingPeer(name: string, cause: unknown): Error {
  return new Error(
    `The demo illustrator needs "${name}", which is not installed, so it cannot draw. ` +
      "Install it with: npm install -D sharp @iconify-json/noto emojilib",
    { cause },
  );
}
