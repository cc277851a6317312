/** Node or request body that somebody else's editor or code made, and what is read out of it. */
export interface ForeignShapeCase {
  readonly name: string;
  readonly saved: unknown;
  /** Members of the configuration that it becomes; `manual`, `square`, `auto` and no models where it says nothing. */
  readonly reads: {
    readonly template?: string;
    readonly instructions?: string;
    readonly mode?: string;
    readonly imageModel?: string;
    readonly promptModel?: string;
    readonly aspectRatio?: string;
    readonly style?: string;
    readonly settings?: Readonly<Record<string, unknown>>;
  };
  /** Everything else of the configuration: what could not be placed, under its key. */
  readonly keeps?: Readonly<Record<string, unknown>>;
}

/** Makes a {@link ForeignShapeCase}. */
export const foreignShape = (
  name: string,
  saved: unknown,
  reads: ForeignShapeCase["reads"],
  keeps?: ForeignShapeCase["keeps"],
): ForeignShapeCase => ({ name, saved, reads, ...(keeps && { keeps }) });
