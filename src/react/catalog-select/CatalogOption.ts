/** Which of the four selects. */
export type CatalogSelectKind = "image-model" | "prompt-model" | "aspect-ratio" | "style";

/** What a badge of an option is about. */
export type OptionBadgeKind = "exact" | "crop" | "unsupported" | "demo" | "deprecated" | "retired";

/** A word or two at the end of an option's line. */
export interface OptionBadge {
  /** What the badge says, for styling. */
  kind: OptionBadgeKind;
  /** What the badge says, in words. */
  label: string;
}

/** One choice, in words. */
export interface CatalogOption {
  /** The saved id; `null` leaves the choice to the catalog's default. */
  value: string | null;
  /** The option's name. */
  label: string;
  /** The label in the trigger, where it differs from the one in the list. */
  chosenLabel?: string | undefined;
  /** A few words beside the label in the trigger, such as the provider or "16:9". */
  note?: string | undefined;
  /** One line below the label in the list. */
  description?: string | undefined;
  /** What the option is for the chosen model or in this workspace. */
  badge?: OptionBadge | undefined;
  /** Why the image will not be as asked, or why this should not be chosen any more; also said below the select. */
  reason?: string | undefined;
  /** Can't be chosen; `reason` says why. */
  disabled?: boolean | undefined;
  /** Saved, but no longer offered. */
  retired?: boolean | undefined;
  /** A small image of a style. */
  swatchUrl?: string | undefined;
  /** The heading that it stands under, where there are several. */
  group?: string | undefined;
}

/** The words for a saved choice that is not offered any more. */
export interface RetiredWords {
  note: string;
  reason: string;
}

/** Radix reserves the empty string, so that `null` needs a stand-in. */
const DEFAULT_KEY = "~default";

export function toKey(value: string | null): string {
  return value ?? DEFAULT_KEY;
}

export function fromKey(key: string): string | null {
  return key === DEFAULT_KEY ? null : key;
}

/**
 * The saved choice is always among the options: one that is not offered any more is shown as what it is.
 *
 * @param words `null` while nobody knows yet what is offered; the choice then stands there unjudged
 */
export function withSaved(
  options: readonly CatalogOption[],
  saved: string | null,
  words: RetiredWords | null,
): readonly CatalogOption[] {
  if (saved === null || options.some((option) => option.value === saved)) return options;
  if (!words) return [...options, { value: saved, label: saved }];
  const { note, reason } = words;
  const badge = { kind: "retired", label: note } as const;
  return [...options, { value: saved, label: saved, note, badge, reason, retired: true }];
}

/** Options under their headings, in the order of the catalog; what is no longer offered comes last, without one. */
export function groupOptions(options: readonly CatalogOption[]): readonly OptionGroup[] {
  const groups = new Map<string | undefined, CatalogOption[]>();
  for (const option of options.filter(({ retired }) => !retired)) {
    groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  }
  const retired = options.filter((option) => option.retired);
  return [
    ...[...groups].map(([label, members]) => ({ label, options: members })),
    ...(retired.length > 0 ? [{ label: undefined, options: retired }] : []),
  ];
}

/** Options that stand under one heading. */
export interface OptionGroup {
  /** `undefined` where they stand without a heading. */
  label: string | undefined;
  options: readonly CatalogOption[];
}
