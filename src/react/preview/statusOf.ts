import type { PreviewContextValue } from "./PreviewContext.js";

/** Names the image that is in sight, else how the run ended; what still goes on comes first. */
export function statusOf({
  state,
  generation,
  generationIs,
  scope,
}: Pick<PreviewContextValue, "state" | "generation" | "generationIs" | "scope">): string {
  const isUnderWay =
    state.status === "running" || (state.status === "waiting" && generationIs !== "selected");
  if (isUnderWay || !generation || generationIs === "current") return state.status;
  const isPinned = generationIs === "previous" && generation === scope?.pinned?.generation;
  if (generationIs === "late" || generationIs === "pinned") return generationIs;
  return isPinned ? "pinned" : "selected";
}
