/**
 * Origins of this machine on any port, for `allowedOrigins` during development, where the editor's dev server has a port
 * of its own. Not for production: any program on a reader's machine could then call with the reader's cookies.
 */
export const LOCAL_ORIGINS: readonly string[] = [
  "http://localhost:*",
  "http://127.0.0.1:*",
  "http://[::1]:*",
];

/** The origin that is meant where its port is left open. */
export const withoutOpenPort = (listed: string) => listed.replace(/:\*$/, "");

/** Makes the rule of who may call: an origin that is listed as it is, or with its port left open. */
export function createOriginRule(listed: readonly string[]): (origin: string) => boolean {
  const known = new Set(listed);
  return (origin) => known.has(origin) || known.has(`${origin.replace(/:\d+$/, "")}:*`);
}
