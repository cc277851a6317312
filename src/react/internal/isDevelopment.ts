/**
 * Tells whether warnings to developers make sense. Bundlers replace the constant; where nothing defines it, there are
 * none.
 */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    return false;
  }
}
