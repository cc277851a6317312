import { canonicalJson } from "./canonicalJson.js";
import { defineMember } from "./defineMember.js";
import { readMember, readValue } from "./readValue.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplatePath } from "./TemplateLanguage.js";

type Container = Record<string | number, unknown>;

/** Paths that were picked, as a tree; one without branches was picked whole. */
interface Picked extends Map<string | number, Picked> {
  whole?: boolean;
}

/**
 * Picks the part of the variables that one text or several name, pruned to the named paths: what they need to be resolved elsewhere,
 * and nothing more. A copy that is safe to write as JSON. Elements before a named one are null. Each value is copied
 * once, however often and by whatever paths it is named.
 */
export function pickVariables(
  text: string | readonly string[],
  variables: unknown,
  language?: Pick<TemplateLanguage, "scan"> | undefined,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  const known: Picked = new Map<string | number, Picked>();
  // Shorter paths first: what lies below one that was picked is there already.
  const paths = [text]
    .flat()
    .flatMap((each) => scanTokens(each, language))
    .flatMap(({ path }) => (path ? [path] : []))
    .sort((a, b) => a.length - b.length);
  for (const segments of paths) {
    if (!isNew(known, segments)) continue;
    const json = canonicalJson(readValue(variables, segments));
    if (json === undefined) continue;
    let source = variables;
    let target: Container = picked;
    segments.forEach((segment, index) => {
      source = readMember(source, segment);
      if (Array.isArray(target)) while (target.length < Number(segment)) target.push(null);
      if (index === segments.length - 1) return defineMember(target, segment, JSON.parse(json));
      const held = Object.hasOwn(target, segment) ? target[segment] : undefined;
      const next = held ?? (Array.isArray(source) ? [] : {});
      if (next !== held) defineMember(target, segment, next);
      target = next as Container;
    });
  }
  return picked;
}

/** Notes a path; false where it, or one that it lies below, was noted before. */
function isNew(known: Picked, segments: TemplatePath): boolean {
  let place = known;
  for (const segment of segments) {
    if (place.whole) return false;
    let next = place.get(segment);
    if (!next) place.set(segment, (next = new Map<string | number, Picked>()));
    place = next;
  }
  if (place.whole) return false;
  place.whole = true;
  return true;
}
