import { drawingFailure } from "./drawingFailure.js";

/** Creates the error for a demo package that is not installed, or cannot be loaded; it names the install line. */
export function missingPeer(name: string, cause: unknown): Error {
  const [reason] = cause instanceof Error ? cause.message.split("\n", 1) : [];
  return drawingFailure(
    `The demo illustrator needs "${name}", which is not installed or cannot be loaded, so it cannot draw. ` +
      `Install it with: npm install -D sharp @iconify-json/noto emojilib${reason ? ` (${reason.slice(0, 300)})` : ""}`,
    cause,
  );
}
