"use client";
import * as Tabs from "@radix-ui/react-tabs";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import type { PromptMode } from "../../contract/index.js";
import { PromptBindingProvider } from "../config-form/index.js";
import { PromptPathContext } from "../internal/PromptBinding.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

const PATHS = { manual: "prompt.template", prompt_ai: "prompt.instructions", auto: null } as const;

/**
 * Holds the fields of one mode. Stays mounted while hidden, or the text's undo would be lost with the mode. Inside of a
 * form it binds the prompt editor in it to the mode's text. Renders a `<div role="tabpanel">` element.
 */
export const ModeSwitchContent = forwardRef<HTMLDivElement, ModeSwitchContentProps>(
  function ModeSwitchContent(props, ref) {
    const { children, asChild, ...rest } = props;
    const { mode } = useModeSwitch("ModeSwitch.Content");
    const path = PATHS[props.value];
    return (
      <PromptPathContext.Provider value={path}>
        <PromptBindingProvider path={path}>
          <Tabs.Content
            data-imagenode-part="mode-switch-content"
            forceMount
            hidden={mode !== props.value}
            tabIndex={-1}
            {...(asChild !== undefined && { asChild })}
            {...rest}
            ref={ref}
          >
            {children}
          </Tabs.Content>
        </PromptBindingProvider>
      </PromptPathContext.Provider>
    );
  },
);

/** Props of {@link ModeSwitchContent}. Radix sets `data-state` to "active" or "inactive". */
export interface ModeSwitchContentProps extends Omit<
  ComponentPropsWithoutRef<typeof Tabs.Content>,
  "value" | "forceMount"
> {
  /** Mode whose fields these are. */
  value: PromptMode;
}
