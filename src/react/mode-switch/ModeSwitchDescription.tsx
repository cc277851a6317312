"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

/** Describes the chosen mode in a line: what is sent and what is paid. Renders a `<p>` element. */
export const ModeSwitchDescription = createElementPart("ModeSwitch.Description", "p", () => {
  const { mode } = useModeSwitch("ModeSwitch.Description");
  const t = useMessages();
  return { children: t(`mode.${mode}.description`) };
});
