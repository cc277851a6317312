import { describeVariable } from "./describeVariable.js";
import { expandPlace, placeAt } from "./expandPlace.js";
import type { Place } from "./expandPlace.js";
import type { StepBudget } from "./StepBudget.js";
import type { Variable, VariableSource } from "./types.js";
import { warnAboutSample } from "./warnAboutSample.js";

/** Letters of a name that a list can show. */
const LONGEST_NAME = 256;

/** Bounds of what is collected. */
export interface PieceBounds {
  /** Most variables without children. */
  leaves: number;
  /** Most segments of a path. */
  depth: number;
  /** Most keywords of schemas that are read: a schema that many places share is read for each of them. */
  keywords: number;
  /** Most letters of all paths and labels together: below a long name each path holds it again. */
  letters: number;
}

/** Variables of one source, collected as they are asked for. */
export interface VariablePiece {
  /** Source that they come from. */
  source: VariableSource;
  /** Variable of the source itself. */
  root: Variable;
  /** Gets the variable at a path; its first segment is the source's slug. */
  get(segments: readonly (string | number)[]): Variable | undefined;
  /** Lists what is directly below a variable of the piece. */
  children(variable: Variable): readonly Variable[];
  /** Lists the variables of a number of segments; `undefined` below the last ones. */
  level(depth: number): readonly Variable[] | undefined;
  /** Lists all variables, level by level. */
  rows(): readonly Variable[];
  /** Whether some are left out of the list of all, as far as that was asked for. */
  isTruncated(): boolean;
  /** Whether there may be some that can't be looked up, as far as is known by what was asked for. */
  isPartial(): boolean;
  /** Counts the keywords of schemas that are read for the levels down to one. */
  keywords(depth: number): number;
}

/** Creates the piece of a source: what it gives to any list that it stands in. */
export function createVariablePiece(source: VariableSource, bounds: PieceBounds): VariablePiece {
  const budget: StepBudget = { left: bounds.keywords };
  const levels: Variable[][] = [];
  const keywords: number[] = [];
  const all: Variable[] = [];
  const root = placeAt(source, undefined, source.slug, [source.schema], source.sample, budget);
  /** Places of the variables that have something below. */
  const branches = new Map<Variable, Place>();
  /** Places below one, by name or position. */
  const byKey = new Map<Place, Map<string | number, Place>>();
  let next: readonly Place[] = [root];
  let leaves = 0;
  let letters = 0;
  let seen = 1;
  let isCut = false;
  let isPartial = false;
  const lacks = () => isPartial || budget.left < 0;

  function belowOf(place: Place): readonly Place[] {
    return (place.below ??= readBelow(place));
  }

  function readBelow(place: Place): readonly Place[] {
    warnAboutSample(place.path, place.sample, false);
    if (place.segments.length >= bounds.depth) return NONE;
    // A list can show no more, and a fan has more places than leaves.
    const most = bounds.leaves * 4;
    const below: Place[] = [];
    expandPlace(place, (key, schemas, sample) => {
      if (String(key).length > LONGEST_NAME || below.length >= most) isPartial = true;
      else below.push(placeAt(source, place, key, schemas, sample, budget));
    });
    return below;
  }

  function variableOf(place: Place): Variable {
    if (place.variable) return place.variable;
    place.variable = describeVariable(place, belowOf(place).length > 0);
    // Copies of schemas: nothing else of the place is read again.
    place.schemas = NONE_READ;
    if (place.variable.branch) branches.set(place.variable, place);
    return place.variable;
  }

  /** Finds the place at a path by what is below each of its segments. */
  function find(segments: readonly (string | number)[]): Place | undefined {
    let place: Place | undefined = root;
    for (let depth = 1; place && depth < segments.length; depth++) {
      const known: Map<string | number, Place> = byKey.get(place) ?? new Map();
      if (!byKey.has(place))
        for (const child of belowOf(place)) known.set(child.segments[depth] as string | number, child);
      byKey.set(place, known);
      place = known.get(segments[depth] as string | number);
    }
    return place;
  }

  function addLevel(): void {
    const level: Variable[] = [];
    const deeper: Place[] = [];
    let spent = keywords.at(-1) ?? 0;
    for (const place of next) {
      const row = variableOf(place);
      spent += place.spent;
      leaves += row.branch ? 0 : 1;
      letters += row.path.length + row.label.length;
      if (levels.length > 0 && (leaves > bounds.leaves || letters > bounds.letters)) {
        isCut = true;
        deeper.length = 0;
        break;
      }
      level.push(row);
      const below = belowOf(place);
      if (seen < bounds.leaves * 4) for (const each of below) deeper.push(each);
      else if (below.length > 0) {
        isCut = true;
        // It is read again by whoever asks for it: a fan has millions of places.
        place.below = undefined;
      }
      seen += below.length;
    }
    next = deeper;
    levels.push(level);
    keywords.push(spent);
    for (const row of level) all.push(row);
  }

  /** Collects the levels down to one. */
  function reach(depth: number): void {
    while (levels.length < depth && next.length > 0) addLevel();
  }

  return {
    source,
    root: variableOf(root),
    get(segments) {
      const place = find(segments);
      return place && variableOf(place);
    },
    children(variable) {
      const place = branches.get(variable);
      return place ? belowOf(place).map(variableOf) : [];
    },
    level(depth) {
      reach(depth);
      return levels[depth - 1];
    },
    rows() {
      reach(Infinity);
      return all;
    },
    isTruncated: () => isCut || lacks(),
    isPartial: lacks,
    keywords(depth) {
      reach(depth);
      return keywords[Math.min(depth, keywords.length) - 1] ?? 0;
    },
  };
}

const NONE: readonly Place[] = [];
const NONE_READ: Place["schemas"] = [];
