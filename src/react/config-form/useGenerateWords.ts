"use client";
import { useStore } from "../internal/useStore.js";
import { useMessages } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/** Returns the words of the idle button; they say how many images, where it is more than one. */
export function useGenerateWords(component: string): string {
  const count = useStore(useConfigFormContext(component).count);
  const t = useMessages();
  return count > 1 ? t("configForm.generateCount", { count }) : t("configForm.generate");
}
