import type { GenerationRequest, ImageNodeConfig, InputReference } from "../../../contract/index.js";

/** Number of requests of which it is known where their pictures came of: those of several images at once are one. */
const MOST = 16;

// By content: a request is copied on its way.
const places = new Map<string, readonly number[]>();
const keyOf = (config: ImageNodeConfig, pictures: readonly InputReference[] = []) =>
  JSON.stringify([config.references, pictures]);

/** Remembers which reference of a configuration each picture of its request came of: a variable may lead to several. */
export function rememberPlaces(
  config: ImageNodeConfig,
  pictures: readonly InputReference[],
  from: readonly number[],
): void {
  const key = keyOf(config, pictures);
  places.delete(key);
  places.set(key, from);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/**
 * Finds the field of a fault at a picture of a request, such as `#/input/references/2`: the reference that gave the picture,
 * or the list where that is not known. `null` for a fault at another place.
 */
export function placeFault(
  pointer: string,
  request: GenerationRequest | undefined,
): "references" | `references.${number}` | null {
  const [found, picture] = /^#?\/input\/references(?:\/(\d{1,4}))?(?:\/|$)/.exec(pointer) ?? [];
  if (found === undefined) return null;
  const known = request && places.get(keyOf(request.config, request.input?.references));
  const place = picture === undefined ? undefined : known?.[Number(picture)];
  return place === undefined ? "references" : `references.${place}`;
}
