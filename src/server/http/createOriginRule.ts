/**
 * Origins of this machine on any port, for `allowedOrigins` during development, where the editor's dev server has a port
 * of its own. Not for production: any program on a reader's machine could then call with the reader's cookies.
 */
export const LOCAL_ORIGINS: readonly string[] = [
  "http://localhost:*",
  "http://127.0.0.1:*",
  "http://[::1]:*",
];

const OPEN_PORT = ":*";
/** Schemes whose pages have an origin that browsers send as "null", or no pages at all. */
const NEVER_SENT = new Set(["about", "blob", "data", "file", "ftp", "javascript", "ws", "wss"]);

/** Makes the rule of who may call: an origin that is listed as it is, or with its port left open. Never "null". */
export function createOriginRule(listed: readonly string[]): (origin: string) => boolean {
  const known = new Set(listed);
  return (origin) =>
    origin !== "null" && (known.has(origin) || known.has(`${withoutPort(origin)}${OPEN_PORT}`));
}

/**
 * Whether a browser may send this as `Origin`: scheme, host and port, as `URL` writes them. One with a slash behind it,
 * or a star for a host, never matches, and nobody would know why.
 */
export function isMatchable(listed: unknown): listed is string {
  if (typeof listed !== "string") return false;
  const origin = listed.endsWith(OPEN_PORT) ? listed.slice(0, -OPEN_PORT.length) : listed;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^\s/*?#@\\]+$/.exec(origin)?.[1];
  if (scheme === undefined || NEVER_SENT.has(scheme)) return false;
  if (scheme !== "http" && scheme !== "https") return true;
  return URL.canParse(origin) && new URL(origin).origin === origin;
}

function withoutPort(origin: string): string {
  const colon = origin.lastIndexOf(":");
  return /^\d{1,5}$/.test(origin.slice(colon + 1)) ? origin.slice(0, colon) : origin;
}
