/**
 * Writes control and format characters as `\uXXXX`, so that what a server says can't steer a terminal or reorder its text.
 * Line breaks stay. JSON stays JSON.
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\n" ? character : toEscapes(character),
  );
}

function toEscapes(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
