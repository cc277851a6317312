"use client";
import { useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { OptionalFieldContext } from "../field/index.js";
import { holdEscape } from "../internal/holdEscape.js";
import { listen } from "../internal/listen.js";
import { useControllableState } from "../internal/useControllableState.js";
import { useInheritedDirection } from "../internal/useInheritedDirection.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { useLatest } from "../internal/useLatest.js";
import { CatalogSelectProvider } from "./CatalogSelectContext.js";
import type { ListLink } from "./CatalogSelectContext.js";
import { fromKey, toKey } from "./CatalogOption.js";
import type { CatalogOption, CatalogSelectKind } from "./CatalogOption.js";
import { createTriggerRelay } from "./createTriggerRelay.js";
import { listCode } from "./listCode.js";

/** Root that the four selects share. Renders no element, but a hidden input where a form needs the value by name. */
export function CatalogSelectBase(props: CatalogSelectBaseProps) {
  const { kind, value, defaultValue, onValueChange, options, status, dir, name, children } = props;
  const field = useContext(OptionalFieldContext);
  const form = useContext(OptionalConfigFormContext);
  const ownId = useId();
  const [chosen, setChosen] = useControllableState<string | null>({ value, defaultValue, onValueChange });
  const [open, setOpen] = useControllableState({
    value: props.open,
    defaultValue: props.defaultOpen ?? false,
    onValueChange: props.onOpenChange,
  });
  const [noticed, setNoticed] = useState(false);
  const [listed, setListed] = useState(false);
  const [directionRef, direction] = useInheritedDirection(dir);
  // A host's script may set the native control of a named select.
  const isNeeded = open || name !== undefined;
  const { trigger, reach, triggerRef, relay, element } = useReachedTrigger(directionRef, isNeeded);
  const [first] = useState(chosen);
  useFormReset(element, listed, () => setChosen(first));

  const key = toKey(chosen);
  const selected = options.find((option) => option.value === chosen);
  const isKnown = selected !== undefined;
  const disabled = props.disabled ?? (field?.disabled || form?.disabled || form?.readOnly || false);
  const link = useMemo(
    (): ListLink => ({
      root: {
        value: key,
        onValueChange: (next) => setChosen(fromKey(next)),
        open,
        onOpenChange(next) {
          reach();
          setOpen(next);
        },
        dir: direction,
        disabled,
        name: isKnown ? name : undefined,
      },
      firstKey: toKey(first),
      listId: `${ownId}-list`,
      relay,
      listed,
      setListed,
    }),
    [key, setChosen, open, reach, setOpen, direction, disabled, isKnown, name, first, ownId, relay, listed],
  );
  const context = useMemo(() => {
    const noticeId = `${ownId}-notice`;
    const errorId = field?.error === undefined ? undefined : field.errorId;
    return {
      kind,
      options,
      selected,
      status,
      controlId: field?.controlId ?? `${ownId}-control`,
      labelId: field?.labelId ?? `${ownId}-label`,
      noticeId,
      describedBy: [errorId, noticed ? noticeId : undefined].filter(Boolean).join(" ") || undefined,
      invalid: field?.error !== undefined,
      trigger,
      reach,
      triggerRef,
      open,
      close: () => setOpen(false),
      setNoticed,
      link,
    };
  }, [
    kind,
    options,
    selected,
    status,
    field,
    ownId,
    noticed,
    trigger,
    reach,
    triggerRef,
    open,
    setOpen,
    link,
  ]);
  return (
    <CatalogSelectProvider value={context}>
      {children}
      {/* Until Radix's own control has it. */}
      {name !== undefined && !(listed && isKnown) && (
        <input type="hidden" name={name} value={key} disabled={disabled} />
      )}
    </CatalogSelectProvider>
  );
}

/** Knows the trigger once somebody came near it, or at once where the list is needed from the beginning. */
function useReachedTrigger(directionRef: (node: HTMLElement | null) => void, isNeeded: boolean) {
  const element = useRef<HTMLElement>(null);
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const [relay] = useState(createTriggerRelay);
  const reach = useCallback(() => {
    setTrigger(element.current);
    // A fetch that failed is tried again.
    listCode.load().catch(relay.forget);
  }, [relay]);
  useEffect(() => holdEscape(element.current?.ownerDocument.defaultView ?? window), []);
  useIsomorphicLayoutEffect(() => {
    if (isNeeded) reach();
  }, [isNeeded, reach]);
  const triggerRef = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      directionRef(node);
      // A list that is there belongs to the trigger that took the place of another.
      if (node) setTrigger((known) => known && node);
    },
    [directionRef],
  );
  return { trigger, reach, triggerRef, relay, element };
}

/** Chooses again what was chosen at first when the form around is reset; once Radix's root is there, Radix does. */
function useFormReset(
  trigger: { readonly current: HTMLElement | null },
  listed: boolean,
  reset: () => void,
): void {
  const latest = useLatest(reset);
  useEffect(() => {
    const { form } = (trigger.current ?? {}) as { form?: HTMLFormElement | null };
    if (listed || !form) return undefined;
    return listen(form, "reset", () => latest.current());
  }, [trigger, listed, latest]);
}

/** Props that the four roots share. */
export interface CatalogSelectSharedProps {
  /** Whether nothing can be chosen. By default as the field or the form. @default the form's */
  disabled?: boolean | undefined;
  /** Whether the list is open, held by the host. */
  open?: boolean;
  /** Whether the list is open at first. No by default. */
  defaultOpen?: boolean;
  /** Called when the list opens or closes. */
  onOpenChange?(open: boolean): void;
  /** Name under which a native form gets the value. By default none does. */
  name?: string;
  /** Reading direction. By default the page's at this place. */
  dir?: "ltr" | "rtl" | undefined;
  /** Parts of the select. */
  children?: ReactNode;
}

interface CatalogSelectBaseProps extends CatalogSelectSharedProps {
  kind: CatalogSelectKind;
  value: string | null | undefined;
  defaultValue: string | null;
  onValueChange: (value: string | null) => void;
  options: readonly CatalogOption[];
  status: "loading" | "ready" | "failed" | "empty";
}
