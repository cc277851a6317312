import { findReferenceFaults, readReferences, readReferenceValue } from "../../contract/index.js";
import type { GenerationRequest, ProblemError, ReferenceItem, Warning } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import type { ImageModelEntry } from "../models/ModelEntry.js";
import { referencesOf } from "../models/referencesOf.js";
import { findPicture } from "./findPicture.js";
import { resolveReference, WHOLE_TEXT } from "./resolveReference.js";

/** Picture that a run will give to its model. */
export interface PreparedReference {
  readonly attachmentId: string;
  /** Place in the request, such as `#/config/references/2`. */
  readonly pointer: string;
}

/** Pictures of a request, in order. */
export interface PreparedReferences {
  readonly references: readonly PreparedReference[];
  /** Whether the host loaded some of them: what they came from may be gone when a worker looks. */
  readonly areLoaded: boolean;
  readonly warnings: readonly Warning[];
}

/** Item of a reference's value, and where it stands. */
interface PlacedItem {
  readonly item: ReferenceItem;
  readonly pointer: string;
  /** Path of the variable, where it came of one. */
  readonly variable?: string | undefined;
}

const NONE: PreparedReferences = { references: [], areLoaded: false, warnings: [] };

/**
 * Finds the pictures that a request names, and refuses them before anything is spent: more than the model takes, a value
 * that leads to no picture, one of another workspace. No address is ever fetched.
 *
 * @param loadsValues whether values are followed; a preview of the prompt needs no pictures
 */
export async function prepareReferences(
  handler: HandlerContext,
  scope: string,
  request: GenerationRequest,
  model: { readonly imageModelId: string; readonly imageModel: ImageModelEntry },
  variables: Readonly<Record<string, unknown>>,
  loadsValues: boolean,
): Promise<PreparedReferences> {
  const label = model.imageModel.label ?? model.imageModelId;
  const limits = handler.references ? referencesOf(model.imageModel) : undefined;
  const support = limits && { ...limits, mimeTypes: [...limits.mimeTypes] };
  const judge = (config: unknown, language?: typeof WHOLE_TEXT) =>
    findReferenceFaults(config, { label, references: support }, { language });
  const named = request.input?.references;
  // Another language's variables are judged by who resolves them.
  const isOurs = !handler.options.resolveTemplate && handler.options.templates !== "client";
  const faults = judge(named ? { references: named } : request.config, isOurs ? undefined : WHOLE_TEXT)
    // A preview of the prompt draws nothing.
    .filter(({ code }) => loadsValues || code !== "too_few_references");
  const root = named ? "#/input" : "#/config";
  if (faults.length > 0) {
    throw refuse(
      faults.map(({ pointer, code, message, params }) => ({
        pointer: root + pointer.slice(1),
        code,
        detail: message,
        ...params,
      })),
    );
  }
  if (!support || !loadsValues) return NONE;
  const warnings: Warning[] = [];
  const placed: PlacedItem[] = named
    ? named.map(({ attachmentId }, place) => ({
        item: { attachmentId, value: attachmentId },
        pointer: `#/input/references/${place}`,
      }))
    : await followAll(handler, request, variables, warnings);
  const beyond = [...new Set(placed.slice(support.max).map(({ pointer }) => pointer))];
  if (beyond.length > 0) {
    const detail = `${label} takes ${support.max === 1 ? "one picture" : `${support.max} pictures`} at most, and the request leads to ${placed.length}.`;
    const { max } = support;
    throw refuse(
      beyond.map((pointer) => ({ pointer, code: "too_many_references", detail, model: label, max })),
    );
  }
  const few = judge({ references: placed.map(() => ({ attachmentId: "any" })) })[0];
  if (few) throw refuse([{ pointer: `${root}/references`, code: "too_few_references", detail: few.message }]);
  const found = await Promise.all(placed.map((each) => findPicture(handler, scope, each)));
  return {
    references: found.map(({ attachmentId }, place) => ({
      attachmentId,
      pointer: placed[place]?.pointer ?? root,
    })),
    areLoaded: found.some(({ isLoaded }) => isLoaded),
    warnings,
  };
}

/** Follows the references of a configuration to what they lead to. */
async function followAll(
  handler: HandlerContext,
  { config }: GenerationRequest,
  variables: Readonly<Record<string, unknown>>,
  warnings: Warning[],
): Promise<PlacedItem[]> {
  const placed: PlacedItem[] = [];
  for (const [place, { value, attachmentId }] of readReferences(config).entries()) {
    const pointer = `#/config/references/${place}`;
    if (attachmentId) {
      placed.push({ item: { attachmentId, value: attachmentId }, pointer });
      continue;
    }
    const { value: found, variable } = await resolveReference(handler, value ?? "", variables, pointer);
    const items = readReferenceValue(found);
    placed.push(...items.map((item) => ({ item, pointer, variable })));
    if (items.length > 0) continue;
    warnings.push({
      code: "reference_empty",
      params: { reference: place, variable },
      message: `The reference ${place + 1} (${variable}) led to no picture, and was left out.`,
    });
  }
  return placed;
}

function refuse(errors: readonly ProblemError[]) {
  return createProblem("invalid_request", { errors: [...errors], message: errors[0]?.detail });
}
