"use client";
import * as Tabs from "@radix-ui/react-tabs";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useMessages } from "../messages/index.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

/** Holds the triggers. Renders a `<div role="tablist">` element. */
export const ModeSwitchList = forwardRef<HTMLDivElement, ModeSwitchListProps>(
  function ModeSwitchList(props, ref) {
    useModeSwitch("ModeSwitch.List");
    const t = useMessages();
    return (
      <Tabs.List
        data-imagenode-part="mode-switch-list"
        aria-label={t("modeSwitch.label")}
        {...props}
        ref={ref}
      />
    );
  },
);

/** Props of {@link ModeSwitchList}. */
export type ModeSwitchListProps = ComponentPropsWithoutRef<typeof Tabs.List>;
