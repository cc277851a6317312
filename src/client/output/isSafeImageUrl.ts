const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks whether an image's link may be loaded and rendered: https, http on the page's own origin or on the loopback
 * interface, and `blob:`. Relative links and links with a user name are refused.
 *
 * @param origin origin of the page, or any URL on it; by default `location.origin`, where there is one
 */
export function isSafeImageUrl(url: unknown, origin?: string): boolean {
  if (typeof url !== "string") return false;
  const parsed = parse(url);
  if (!parsed || parsed.username || parsed.password) return false;
  if (parsed.protocol === "https:" || parsed.protocol === "blob:") return true;
  if (parsed.protocol !== "http:") return false;
  const own = parse(origin ?? (globalThis as { location?: { origin?: string } }).location?.origin ?? "");
  return LOOPBACK.test(parsed.hostname) || parsed.origin === own?.origin;
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
