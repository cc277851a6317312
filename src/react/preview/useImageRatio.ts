"use client";
import type { GenerationState } from "../../client/index.js";
import type { AspectRatio, Generation } from "../../contract/index.js";
import { useFormBridge, useFormValue } from "../provider/index.js";

/** Finds the shape of the box: the image's, the run's, the given one, else what the form says now. */
export function useImageRatio(
  state: GenerationState,
  generation: Generation | undefined,
  given?: AspectRatio | undefined,
): AspectRatio {
  const chosen = useFormValue(useFormBridge()?.values, (config) => config.aspectRatio);
  const requested = state.status === "idle" ? undefined : state.request?.config.aspectRatio;
  return generation?.output.aspectRatio ?? requested ?? given ?? chosen ?? "square";
}
