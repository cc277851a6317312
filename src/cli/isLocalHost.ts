/** Whether a `Host` header names this machine: localhost, a name under it, 127.0.0.1 or [::1], with a port or without. */
export function isLocalHost(host: string): boolean {
  const name = /^(127\.0\.0\.1|\[::1\]|[a-z0-9.-]{1,253})(?::\d{1,5})?$/.exec(host.toLowerCase())?.[1];
  if (name === undefined) return false;
  return ["127.0.0.1", "[::1]", "localhost"].includes(name) || name.endsWith(".localhost");
}
