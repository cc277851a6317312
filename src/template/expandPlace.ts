import { expandSchema } from "./expandSchema.js";
import { appendSegment } from "./formatPath.js";
import { memberNames, readList, readMember } from "./readValue.js";
import type { StepBudget } from "./StepBudget.js";
import type { JSONSchema, Variable, VariableSource } from "./types.js";
import { warnAboutSample } from "./warnAboutSample.js";

/** Place in a source's data, seen through its schemas and its sample. */
export interface Place {
  source: VariableSource;
  path: string;
  segments: readonly (string | number)[];
  schemas: readonly JSONSchema[];
  /** The references that led here. */
  passed: readonly string[];
  sample: unknown;
  parent: Place | undefined;
  /** Keywords of schemas that were read for it. */
  spent: number;
  /** Variable at the place, once it was asked for. */
  variable: Variable | undefined;
  /** Places directly below, once they were asked for. */
  below: readonly Place[] | undefined;
}

const NONE: readonly never[] = [];

/** Reads a place of a source: the schemas that it was given, with all that they refer to. */
export function placeAt(
  source: VariableSource,
  parent: Place | undefined,
  key: string | number,
  given: readonly unknown[],
  sample: unknown,
  budget: StepBudget,
): Place {
  const path = appendSegment(parent?.path ?? "", key);
  const segments = parent ? [...parent.segments, key] : [key];
  const before = budget.left;
  let passed: readonly string[] = NONE;
  let schemas: readonly JSONSchema[] = NONE;
  if (given.length > 0) {
    const references = [...(parent?.passed ?? NONE)];
    schemas = given.flatMap((schema) => expandSchema(schema, source.schema, references, budget));
    passed = references;
  }
  const spent = before - budget.left;
  const variable = undefined;
  return { source, path, segments, schemas, passed, sample, parent, spent, variable, below: variable };
}

/** Takes what is directly below a place: its name or position, what the schemas say of it, and its sample. */
type TakePlace = (key: string | number, schemas: readonly unknown[], sample: unknown) => void;

/** Lists what is directly below a place: the members of its sample and of its schemas; of a list the first element. */
export function expandPlace({ schemas, sample, path, parent }: Place, take: TakePlace): void {
  if (schemas.length === 0 && typeof sample !== "object") return;
  for (let around = parent; around; around = around.parent) {
    if (around.sample !== sample || typeof sample !== "object" || !sample) continue;
    warnAboutSample(path, sample, true);
    return;
  }
  const names = memberNames(sample);
  const isList = readMember(sample, 0) !== undefined;
  if (schemas.length === 0) {
    for (const name of names) take(name, NONE, readMember(sample, name));
    if (isList) take(0, NONE, readMember(sample, 0));
    return;
  }
  const elements = schemas.map(elementsOf);
  const keys = new Set<string | number>(names);
  if (isList) keys.add(0);
  schemas.forEach(({ properties }, at) => {
    for (const key of [...memberNames(properties), ...(elements[at] ?? []).keys()]) keys.add(key);
  });
  for (const key of keys) {
    const given = schemas.map(({ properties }, at) =>
      typeof key === "number" ? elements[at]?.[key] : readMember(properties, key),
    );
    take(key, given, readMember(sample, key));
  }
}

/** Lists the schemas of an array's elements, by their index; one schema for all of them stands at 0. */
const elementsOf = ({ prefixItems, items }: JSONSchema) => readList(prefixItems ?? (items || []));
