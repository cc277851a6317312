const warned = new Set<string>();

/** Says, once and in development only, why a source is not offered. */
export function warnAboutSlug(slug: string): void {
  try {
    if (process.env.NODE_ENV === "production" || warned.has(slug)) return;
  } catch {
    return;
  }
  warned.add(slug);
  console.warn(
    slug
      ? `Two variable sources have the slug "${slug}": only the first is offered. Give each node its own slug.`
      : "A variable source has no slug: it is not offered, because no path could name it.",
  );
}
