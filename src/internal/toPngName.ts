/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;
/** Control, format (such as right-to-left overrides) and unpaired characters, and what a file system forbids. */
const FORBIDDEN = /[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu;
/** Room for the ending and for a "(1)" in a name of 255 bytes. */
const MAX_BYTES = 200;
const MAX_READ = 1000;

/**
 * Makes a name under which a PNG may be saved anywhere: its last part, without an ending of another kind, ending in
 * ".png".
 */
export function toPngName(name: string): string {
  const last = name.slice(-MAX_READ).split(/[/\\]/).at(-1) ?? "";
  const base = trimDots(cut(trimDots(withoutEnding(trimDots(last.replace(FORBIDDEN, ""))))));
  const device = trimDots(base.split(".", 1)[0] ?? "");
  if (base === "") return "image.png";
  return `${DEVICE.test(device) ? "_" : ""}${base}.png`;
}

/** Cuts the ending off, up to eight letters and digits long. */
function withoutEnding(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot >= 0 && /^[\p{L}\p{N}]{1,8}$/u.test(name.slice(dot + 1)) ? name.slice(0, dot) : name;
}

/** Cuts dots and spaces off both ends: they hide a file, or Windows drops them. */
function trimDots(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && isDotOrSpace(name[start])) start += 1;
  while (end > start && isDotOrSpace(name[end - 1])) end -= 1;
  return name.slice(start, end);
}

function isDotOrSpace(letter: string | undefined): boolean {
  return letter === "." || letter?.trim() === "";
}

/** Keeps the first characters that fit, none of them in part. */
function cut(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const letter of name) {
    bytes += encoder.encode(letter).length;
    if (bytes > MAX_BYTES) break;
    kept += letter;
  }
  return kept;
}
