import type { HandlerContext } from "../createHandlerContext.js";
import { loadModels } from "./loadModels.js";
import { referencesOf } from "./referencesOf.js";

/** Checks whether a workspace has a model that takes pictures in, and the back end takes them. */
export async function offersReferences(handler: HandlerContext, scope: string): Promise<boolean> {
  if (!handler.references) return false;
  const { image } = await loadModels(handler, scope);
  return Object.values(image).some((entry) => referencesOf(entry) !== undefined);
}
