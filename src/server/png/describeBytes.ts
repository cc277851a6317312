/** Words about a file that is no picture for a model, and what helps. */
interface Description {
  /** Name with its article. */
  readonly found: string;
  readonly help: string;
}

const SAVE = "Save it as PNG, JPEG or WebP.";
/** Names of the formats of a film or photo in the box "ftyp", as cameras write them. */
const BRANDS: readonly (readonly [brand: RegExp, found: string])[] = [
  [/^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/, "a HEIC photo"],
  [/^avi[fs]$/, "an AVIF picture"],
  [/./, "a film"],
];

/** Says what bytes are that are no PNG, JPEG or WebP. Looks at the first kilobyte only. */
export function describeBytes(bytes: Uint8Array): Description {
  if (bytes.byteLength === 0) return { found: "an empty body", help: "Send the bytes of a picture." };
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (/^GIF8[79]a/.test(start)) return { found: "a GIF", help: SAVE };
  if (start.startsWith("%PDF")) return { found: "a PDF", help: "Save the page as PNG or JPEG." };
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return { found: "a TIFF or a raw photo", help: SAVE };
  if (start.startsWith("BM")) return { found: "a BMP", help: SAVE };
  if (start.slice(4, 8) === "ftyp") {
    const found = BRANDS.find(([brand]) => brand.test(start.slice(8, 12)))?.[1] ?? "a film";
    return { found, help: found === "a film" ? "Send a single picture." : "Save it as JPEG." };
  }
  if (/<svg[\s>]/i.test(start)) return { found: "an SVG", help: "Save it as PNG." };
  if (/<(?:!doctype )?html/i.test(start)) return { found: "a web page", help: "Send the picture itself." };
  // Control characters other than tabs and line breaks stand in no text.
  const isText = ![...start].some((character) => character < " " && !"\t\n\r\f".includes(character));
  return { found: isText ? "a text" : "no picture", help: "Send a PNG, JPEG or WebP." };
}
