import {
  findImageModel,
  findReferenceFaults,
  readReferences,
  readReferenceValue,
} from "../../contract/index.js";
import type {
  Catalog,
  GenerationRequest,
  Problem,
  ProblemError,
  UsedReference,
  Warning,
} from "../../contract/index.js";
import { findSoleToken, formatPath, readVariable } from "../../template/index.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import type { ScriptedAttachments } from "./createScriptedAttachments.js";

/** Pictures that a run is given, and warnings about values that lead to none. */
export interface JudgedReferences {
  references: readonly UsedReference[];
  warnings: readonly Warning[];
}

/**
 * Judges the pictures of a request by the catalog, as the contract says. Returns the problem where the model takes fewer or
 * needs more, a value leads to no picture, or a picture is not there.
 */
export function judgeReferences(
  { config, variables, input }: GenerationRequest,
  catalog: Catalog,
  attachments: Pick<ScriptedAttachments, "describe">,
): JudgedReferences | Problem {
  const named = input?.references;
  const root = named ? "#/input" : "#/config";
  const model = findImageModel(config, catalog) ?? undefined;
  const judge = (value: unknown) =>
    findReferenceFaults(value, model).map(({ pointer, code, message, params }) => ({
      pointer: root + pointer.slice(1),
      code,
      detail: message,
      ...(typeof params?.["reason"] === "string" && { reason: params["reason"] }),
    }));
  const faults = judge(named ? { references: named } : config);
  if (faults.length > 0) return refuse("invalid_request", faults);
  const warnings: Warning[] = [];
  const missing: ProblemError[] = [];
  const placed: { attachmentId: string; pointer: string }[] = [];
  for (const [place, { value, attachmentId }] of (named ?? readReferences(config)).entries()) {
    const pointer = `${root}/references/${place}`;
    if (typeof value !== "string") {
      if (attachmentId !== undefined) placed.push({ attachmentId, pointer });
      continue;
    }
    const token = findSoleToken(value);
    const path = token?.path ?? [];
    const variable = formatPath(path);
    const found = readVariable(variables ?? {}, path) ?? token?.fallback;
    const isNull = token?.optional === true || readVariable(variables ?? {}, path) === null;
    const items = readReferenceValue(found ?? null);
    const wrong = items.find((item) => item.attachmentId === undefined);
    const detail = wrong?.attachmentId === undefined ? wrong?.found : undefined;
    if (detail !== undefined || (found === undefined && !isNull)) {
      const words = `${variable} leads to ${detail ?? "nothing"}.`;
      missing.push({ pointer, code: "missing_variable", variable, detail: words });
    } else if (items.length === 0) {
      const message = `The reference ${place + 1} (${variable}) led to no picture, and was left out.`;
      warnings.push({ code: "reference_empty", params: { reference: place, variable }, message });
    }
    for (const item of items)
      if (item.attachmentId !== undefined) placed.push({ attachmentId: item.attachmentId, pointer });
  }
  if (missing.length > 0) return refuse("missing_variable", missing);
  const counted = judge({ references: placed.map(({ attachmentId }) => ({ attachmentId })) });
  if (counted.length > 0) {
    // A value may lead to several: the place is that of the value.
    const errors = counted.map((fault) => {
      const index = Number(fault.pointer.split("/").at(-1));
      return { ...fault, pointer: placed[index]?.pointer ?? fault.pointer };
    });
    return refuse("invalid_request", errors);
  }
  const references: UsedReference[] = [];
  for (const { attachmentId, pointer } of placed) {
    const picture = attachments.describe(attachmentId);
    if (picture) references.push({ attachmentId, ...picture });
    else
      return refuse("not_found", [
        { pointer, code: "reference_not_found", detail: "There is no such picture." },
      ]);
  }
  return { references, warnings };
}

function refuse(kind: "invalid_request" | "missing_variable" | "not_found", errors: ProblemError[]): Problem {
  return createProblem(kind, { charged: false, errors });
}
