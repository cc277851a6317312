/** Longest IPv6 address with an IPv4 address at its end. */
const MAX_LENGTH = 45;

/**
 * Parses an IP address in its strict spelling to its 4 or 16 bytes; `null` when it is none. Octal, hexadecimal or short
 * forms and zones are none: whoever needs them has `URL` normalise them first.
 */
export function parseAddress(text: string): readonly number[] | null {
  if (text.length > MAX_LENGTH) return null;
  return text.includes(":") ? parseV6(text) : parseV4(text);
}

function parseV4(text: string): number[] | null {
  const parts = text.split(".");
  const isStrict = parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return parts.length === 4 && isStrict ? parts.map(Number) : null;
}

function parseV6(text: string): number[] | null {
  const [before = "", after, more] = text.split("::");
  if (more !== undefined) return null;
  const head = parseGroups(before, after === undefined);
  const tail = parseGroups(after ?? "", true);
  if (!head || !tail) return null;
  const missing = 16 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 2) return null;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** Parses groups of two bytes; the last of an address may be an IPv4 address. */
function parseGroups(text: string, mayEndInV4: boolean): number[] | null {
  if (text === "") return [];
  const groups = text.split(":");
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const v4 = mayEndInV4 && index === groups.length - 1 ? parseV4(group) : null;
    if (v4) bytes.push(...v4);
    else if (/^[0-9a-f]{1,4}$/i.test(group)) bytes.push(...toBytes(Number.parseInt(group, 16)));
    else return null;
  }
  return bytes;
}

function toBytes(group: number): [number, number] {
  return [group >> 8, group & 0xff];
}
