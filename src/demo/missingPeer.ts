/** Creates the error for a demo package that is not installed; it names the install line. */
export function missingPeer(name: string, cause: unknown): Error {
  return new Error(
    `The demo illustrator needs "${name}", which is not installed, so it cannot draw. ` +
      "Install it with: npm install -D sharp @iconify-json/noto emojilib",
    { cause },
  );
}
