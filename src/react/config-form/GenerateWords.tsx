"use client";
import { useStore } from "../internal/useStore.js";
import { useMessages } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/** Words of the idle button; they say how many images, where it is more than one. */
export function GenerateWords() {
  const { count: store } = useConfigFormContext("ConfigForm.Generate");
  const count = useStore(store);
  const t = useMessages();
  return <>{count > 1 ? t("configForm.generateCount", { count }) : t("configForm.generate")}</>;
}
