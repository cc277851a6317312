"use client";
import { Space } from "../internal/Space.js";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { renderChildren } from "../internal/PartView.js";
import type { PartChildren } from "../internal/PartView.js";
import { useElapsedSeconds } from "../internal/useElapsedSeconds.js";
import { useMessages } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { fetchRunCode } from "./fetchRunCode.js";
import { useGenerateWords } from "./useGenerateWords.js";
import { useRunState } from "./useRunState.js";

/**
 * Validates the form and runs the node; while it runs, the same button cancels it and shows the elapsed time. Renders
 * a `<button>` element.
 *
 * @example
 * <ConfigForm.Generate asChild>
 *   {({ content, state }) => <MyButton tone={state.state === "running" ? "plain" : "primary"}>{content}</MyButton>}
 * </ConfigForm.Generate>
 */
export const ConfigFormGenerate = forwardRef<HTMLButtonElement, ConfigFormGenerateProps>(
  function ConfigFormGenerate(props, ref) {
    const { asChild, children, onClick, onKeyDown, onFocus, onPointerEnter, disabled, ...rest } = props;
    const context = useConfigFormContext("ConfigForm.Generate");
    const words = useGenerateWords("ConfigForm.Generate");
    const t = useMessages();
    const { running, startedAt, cancel } = useRunState(context);
    const elapsed = useElapsedSeconds(startedAt);

    const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
      // The second click of a double click would cancel the run that the first one began.
      if (event.detail > 1) return;
      if (running) cancel?.();
      else context.generate();
    };
    const handleKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
      if (event.repeat && event.key === "Enter") event.preventDefault();
    };

    const Component = asChild ? Slot : "button";
    const own = running ? (
      <>
        <span data-imagenode-part="words">{t("configForm.cancel")}</span>
        <Space />
        <span aria-hidden="true" data-imagenode-part="config-form-elapsed" dir="auto">
          {t("configForm.elapsed", { seconds: elapsed })}
        </span>
      </>
    ) : (
      words
    );
    const isBusy = running && cancel === null;
    const view = {
      content: own,
      state: { state: running ? "running" : "idle" },
      disabled: isBusy || (disabled ?? context.disabled),
    };
    return (
      <Component
        type={asChild ? undefined : "button"}
        data-imagenode-part="config-form-generate"
        data-state={running ? "running" : "idle"}
        disabled={disabled ?? context.disabled}
        // A disabled button would lose the focus that it needs when the run has ended.
        aria-disabled={isBusy || undefined}
        // What it costs, whether it can be paid, and with which values it runs, where the host shows that.
        aria-describedby={
          running
            ? undefined
            : ["cost", "credits", "run-note"].map((part) => context.fieldId("form", part)).join(" ")
        }
        {...rest}
        onClick={composeHandlers(onClick, handleClick)}
        onKeyDown={composeHandlers(onKeyDown, handleKeyDown)}
        onFocus={composeHandlers(onFocus, fetchRunCode)}
        onPointerEnter={composeHandlers(onPointerEnter, fetchRunCode)}
        ref={ref}
      >
        {renderChildren(children, asChild, view, running)}
      </Component>
    );
  },
);

/** Attributes of the button. */
export interface ConfigFormGenerateState {
  /** @selector [data-state] "idle" runs, "running" cancels. */
  state: "idle" | "running";
}

/** Props of {@link ConfigFormGenerate}. */
export interface ConfigFormGenerateProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** Content while idle, or a function that renders it in every state from the button's words and state. */
  children?: PartChildren;
  /**
   * Renders the only child instead. Its words are the host's while idle; while the button cancels they are replaced,
   * unless `children` is a function. No by default. @default false
   */
  asChild?: boolean | undefined;
}
