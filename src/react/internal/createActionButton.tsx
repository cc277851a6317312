"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { ButtonHTMLAttributes, KeyboardEvent, ReactNode } from "react";
import { composeHandlers } from "./composeHandlers.js";
import { toPartName } from "./createElementPart.js";
import { DoneWords } from "./DoneWords.js";
import { renderChildren } from "./PartView.js";
import type { PartChildren } from "./PartView.js";

/** Props of every part that is a button. */
export interface ActionButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** Content in place of the part's own, or a function that renders it from the part's words and state. */
  children?: PartChildren;
  /** Renders the only child instead, with the part's attributes and handlers. No by default. @default false */
  asChild?: boolean | undefined;
}

/** Action of a button as it is now. */
export interface ActionState {
  /** Called on a click; `null` disables the button. */
  action: (() => void) | null;
  label: string;
  /** Whether it waits for something: the button does nothing, and stays in place with its focus. @default false */
  busy?: boolean | undefined;
  /** Whether nothing is rendered, since the action makes no sense. @default false */
  hidden?: boolean | undefined;
  /** Further attributes of the button. */
  attributes?: ButtonHTMLAttributes<HTMLButtonElement> | undefined;
  /** Value of `data-state`. */
  state?: string | undefined;
  /** Words that stand in the button with a tick while its state is "done". */
  doneWords?: string | undefined;
}

/** Creates a button part from the hook that knows its action. The host's `onClick` runs first and may prevent ours. */
export function createActionButton(displayName: string, useAction: () => ActionState) {
  const part = toPartName(displayName);
  const ActionButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(props, ref) {
    const { action, label, busy = false, hidden, state, attributes, doneWords } = useAction();
    const { asChild, children, onClick, onKeyDown, disabled, ...rest } = props;
    if (hidden) return null;
    const isDisabled = disabled ?? (action === null && !busy);
    const isDone = state === "done";
    const words = doneWords !== undefined && isDone ? doneWords : label;
    const wrap = (inner: ReactNode) =>
      doneWords === undefined ? (
        inner
      ) : (
        <DoneWords done={isDone} words={doneWords}>
          {inner}
        </DoneWords>
      );
    const isHosts = typeof children === "function";
    const content = isHosts ? words : asChild ? wrap(label) : label;
    const view = { content, state: state === undefined ? {} : { state }, disabled: isDisabled || busy };
    const shown = renderChildren(children, asChild, view);
    const Component = asChild ? Slot : "button";
    return (
      <Component
        type={asChild ? undefined : "button"}
        data-imagenode-part={part}
        data-state={state}
        disabled={isDisabled}
        // A disabled button would lose the focus that it needs afterwards.
        aria-disabled={busy || undefined}
        {...attributes}
        {...rest}
        onClick={composeHandlers(onClick, () => !busy && action?.())}
        onKeyDown={composeHandlers(onKeyDown, ignoreRepeats)}
        ref={ref}
      >
        {asChild || isHosts ? shown : wrap(shown)}
      </Component>
    );
  });
  ActionButton.displayName = displayName;
  return ActionButton;
}

/** A key that is held would press the button again, or the one that replaces it. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
