/** Which of the four selects. */
export type CatalogSelectKind = "image-model" | "prompt-model" | "aspect-ratio" | "style";

/** One choice, in words. */
export interface CatalogOption {
  /** The saved id; `null` leaves the choice to the catalog's default. */
  value: string | null;
  label: string;
  /** The label in the trigger, where it differs from the one in the list. */
  chosenLabel?: string | undefined;
  /** A few words beside the label in the trigger, such as the provider or "16:9". */
  note?: string | undefined;
  /** One line below the label in the list. */
  description?: string | undefined;
  /** Can't be chosen; `description` says why. */
  disabled?: boolean | undefined;
  /** Saved, but no longer offered. */
  retired?: boolean | undefined;
  /** A small picture of a style. */
  swatchUrl?: string | undefined;
  /** The heading that it stands under, where there are several. */
  group?: string | undefined;
}

/** Radix reserves the empty string, so that `null` needs a stand-in. */
const DEFAULT_KEY = "~default";

export function toKey(value: string | null): string {
  return value ?? DEFAULT_KEY;
}

export function fromKey(key: string): string | null {
  return key === DEFAULT_KEY ? null : key;
}

/** The saved choice is always among the options: one that is not offered any more is shown as what it is. */
export function withSaved(
  options: readonly CatalogOption[],
  saved: string | null,
  retiredWords: { note: string; description: string },
): readonly CatalogOption[] {
  if (saved === null || options.some((option) => option.value === saved)) return options;
  return [...options, { value: saved, label: saved, ...retiredWords, retired: true }];
}
