import type { PreviewContextValue } from "../PreviewContext.js";

/** Checks whether several images stand in the image's place; an earlier image that a person looks at is shown alone. */
export function showsVariations({ state, generationIs }: PreviewContextValue): boolean {
  return state.variations !== undefined && generationIs !== "selected" && generationIs !== "pinned";
}
