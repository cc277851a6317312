/** Kind of a select. */
export type CatalogSelectKind = "image-model" | "prompt-model" | "aspect-ratio" | "style" | "setting";

/** Kind of an option's badge. */
export type OptionBadgeKind = "crop" | "unsupported" | "demo" | "deprecated" | "retired";

/** Badge of a word or two at the end of an option's line. */
export interface OptionBadge {
  /** Kind of the badge, for styling. */
  kind: OptionBadgeKind;
  /** Words of the badge. */
  label: string;
}

/** Choice of a select, in words. */
export interface CatalogOption {
  /** Id that is saved; `null` leaves the choice to the catalog's default. */
  value: string | null;
  /** Name of the option. */
  label: string;
  /** Label in the trigger, where it differs from the one in the list. */
  chosenLabel?: string | undefined;
  /** Note beside the label in the trigger, such as the provider. */
  note?: string | undefined;
  /** Line below the label in the list. */
  description?: string | undefined;
  /** Fit of a ratio for the chosen model. */
  fit?: "exact" | "crop" | "unsupported" | undefined;
  /** Badge of an exception: that the option does not fit the chosen model or the workspace as it is. */
  badge?: OptionBadge | undefined;
  /**
   * Reason why the image will not be as asked, or why this should not be chosen any more; also shown below the select.
   */
  reason?: string | undefined;
  /** Whether it can't be chosen; `reason` says why. */
  disabled?: boolean | undefined;
  /** Whether it is saved, but no longer offered. */
  retired?: boolean | undefined;
  /** Address of a small image of a style. */
  swatchUrl?: string | undefined;
  /** Heading that it stands under, where there are several. */
  group?: string | undefined;
}

/** Words for a saved choice that is not offered any more. */
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
 * Adds the saved choice to the options if it is not offered any more.
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

/**
 * Groups options under their headings, in the order of the catalog; what is no longer offered comes last, without one.
 */
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

/** Options under one heading. */
export interface OptionGroup {
  /** `undefined` where they stand without a heading. */
  label: string | undefined;
  options: readonly CatalogOption[];
}
