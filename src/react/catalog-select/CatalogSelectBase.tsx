"use client";
import * as Select from "@radix-ui/react-select";
import { useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { OptionalFieldContext } from "../field/index.js";
import { holdEscape } from "../internal/holdEscape.js";
import { useControllableState } from "../internal/useControllableState.js";
import { useInheritedDirection } from "../internal/useInheritedDirection.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { CatalogSelectProvider } from "./CatalogSelectContext.js";
import { fromKey, toKey } from "./CatalogOption.js";
import type { CatalogOption, CatalogSelectKind } from "./CatalogOption.js";

/** Root that the four selects share. Renders no element. */
export function CatalogSelectBase(props: CatalogSelectBaseProps) {
  const { kind, value, defaultValue, onValueChange, options, status, disabled, dir, children, ...others } =
    props;
  const { open: givenOpen, defaultOpen = false, onOpenChange, ...rest } = others;
  const field = useContext(OptionalFieldContext);
  const form = useContext(OptionalConfigFormContext);
  const ownId = useId();
  const [chosen, setChosen] = useControllableState<string | null>({ value, defaultValue, onValueChange });
  const [noticed, setNoticed] = useState(false);
  const [directionRef, direction] = useInheritedDirection(dir);
  // A native form reads the options of the list, which must be there before anybody comes near.
  const isNeeded = givenOpen === true || defaultOpen || rest.name !== undefined;
  const { trigger, reach, triggerRef } = useReachedTrigger(directionRef, isNeeded);

  const [open, setOpen] = useControllableState({
    value: givenOpen,
    defaultValue: defaultOpen,
    onValueChange: onOpenChange,
  });
  const close = useCallback(() => setOpen(false), [setOpen]);

  const context = useMemo(() => {
    const noticeId = `${ownId}-notice`;
    const errorId = field?.error === undefined ? undefined : field.errorId;
    return {
      kind,
      options,
      selected: options.find((option) => option.value === chosen),
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
      close,
      setNoticed,
    };
  }, [kind, options, chosen, status, field, ownId, noticed, trigger, reach, triggerRef, open, close]);
  return (
    <CatalogSelectProvider value={context}>
      <Select.Root
        {...rest}
        open={open}
        onOpenChange={(next) => {
          reach();
          setOpen(next);
        }}
        dir={direction}
        value={toKey(chosen)}
        onValueChange={(key) => setChosen(fromKey(key))}
        disabled={disabled ?? (field?.disabled || form?.disabled || form?.readOnly || false)}
      >
        {children}
      </Select.Root>
    </CatalogSelectProvider>
  );
}

/** Knows the trigger once somebody came near it, or at once where the list is needed from the beginning. */
function useReachedTrigger(directionRef: (node: HTMLElement | null) => void, isNeeded: boolean) {
  const element = useRef<HTMLElement>(null);
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const reach = useCallback(() => setTrigger(element.current), []);
  useEffect(() => holdEscape(element.current?.ownerDocument.defaultView ?? window), []);
  useIsomorphicLayoutEffect(() => {
    if (isNeeded) reach();
  }, [isNeeded, reach]);
  const triggerRef = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      directionRef(node);
    },
    [directionRef],
  );
  return { trigger, reach, triggerRef };
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
