"use client";
import * as Tabs from "@radix-ui/react-tabs";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import type { PromptMode } from "../../contract/index.js";
import { useMessages } from "../messages/index.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

/** Chooses one mode; shows its name unless it has children. Renders a `<button role="tab">` element. */
export const ModeSwitchTrigger = forwardRef<HTMLButtonElement, ModeSwitchTriggerProps>(
  function ModeSwitchTrigger(props, ref) {
    const { children, disabled, ...rest } = props;
    const { offered, disabled: locked } = useModeSwitch("ModeSwitch.Trigger");
    const t = useMessages();
    return (
      <Tabs.Trigger
        data-imagenode-part="mode-switch-trigger"
        disabled={disabled ?? (locked || !offered.includes(props.value))}
        {...rest}
        ref={ref}
      >
        {children ?? t(`mode.${props.value}.label`)}
      </Tabs.Trigger>
    );
  },
);

/** Props of {@link ModeSwitchTrigger}. Radix sets `data-state` to "active" or "inactive". */
export interface ModeSwitchTriggerProps extends Omit<ComponentPropsWithoutRef<typeof Tabs.Trigger>, "value"> {
  /** Mode that it chooses. */
  value: PromptMode;
}
