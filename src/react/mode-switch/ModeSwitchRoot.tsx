"use client";
import * as Tabs from "@radix-ui/react-tabs";
import { forwardRef, useContext, useMemo } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { PROMPT_MODES } from "../../contract/index.js";
import type { PromptMode } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { composeRefs } from "../internal/composeRefs.js";
import { useControllableState } from "../internal/useControllableState.js";
import { useInheritedDirection } from "../internal/useInheritedDirection.js";
import { useCatalog } from "../provider/index.js";
import { ModeSwitchProvider } from "./ModeSwitchContext.js";

/**
 * Chooses who writes the prompt: the user, a prompt model, or neither. Renders a `<div>` element. Inside of a form it
 * needs no props.
 *
 * @example
 * <ModeSwitch.Root>
 *   <ModeSwitch.List>
 *     <ModeSwitch.Trigger value="manual" />
 *     <ModeSwitch.Trigger value="prompt_ai" />
 *     <ModeSwitch.Trigger value="auto" />
 *   </ModeSwitch.List>
 *   <ModeSwitch.Content value="manual">…</ModeSwitch.Content>
 *   <ModeSwitch.Content value="prompt_ai">…</ModeSwitch.Content>
 * </ModeSwitch.Root>
 */
export const ModeSwitchRoot = forwardRef<HTMLDivElement, ModeSwitchRootProps>(
  function ModeSwitchRoot(props, ref) {
    const { value, defaultValue, onValueChange, disabled, dir, ...rest } = props;
    const form = useContext(OptionalConfigFormContext);
    const formMode = useFieldValue(form, "prompt.mode");
    const { catalog } = useCatalog();
    const [mode, setMode] = useControllableState<PromptMode>({
      value: value ?? formMode,
      defaultValue: defaultValue ?? "manual",
      onValueChange: (next) => {
        if (value === undefined) form?.setField("prompt.mode", next, { commit: true });
        onValueChange?.(next);
      },
    });
    const locked = disabled ?? (form ? form.disabled || form.readOnly : false);
    const context = useMemo(
      () => ({ mode, offered: catalog?.modes ?? PROMPT_MODES, disabled: locked }),
      [mode, catalog, locked],
    );
    const [directionRef, direction] = useInheritedDirection(dir);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(directionRef, ref), [directionRef, ref]);
    return (
      <ModeSwitchProvider value={context}>
        <Tabs.Root
          data-imagenode-part="mode-switch-root"
          data-mode={mode}
          {...rest}
          dir={direction}
          value={mode}
          onValueChange={(next) => setMode(next as PromptMode)}
          ref={refs}
        />
      </ModeSwitchProvider>
    );
  },
);

/** Attributes of the switch. */
export interface ModeSwitchRootState {
  /** @selector [data-mode] Chosen mode. */
  mode: PromptMode;
}

/** Props of {@link ModeSwitchRoot}. */
export interface ModeSwitchRootProps extends Omit<
  ComponentPropsWithoutRef<typeof Tabs.Root>,
  "value" | "defaultValue" | "onValueChange"
> {
  /** Chosen mode, held by the host. By default the form's. */
  value?: PromptMode | undefined;
  /** Mode to begin with. Manual by default. @default "manual" */
  defaultValue?: PromptMode | undefined;
  /** Called with the chosen mode. */
  onValueChange?: ((mode: PromptMode) => void) | undefined;
  /** Whether the mode can't be changed. By default as the form, also while it is read-only. */
  disabled?: boolean | undefined;
}
