"use client";
import { memo, useMemo } from "react";
import type { ReactNode } from "react";
import type { Variable } from "../../template/index.js";
import { isSameIn } from "../internal/isSameIn.js";
import { isSameVariable } from "./list/isSameVariable.js";
import { SuggestionProvider } from "./SuggestionContext.js";

/** Lends one variable to the parts of its row, and renders only when the row itself changes. */
export const SuggestionRow = memo(function SuggestionRow(props: SuggestionRowProps) {
  const { position, active, total, render } = props;
  const variable = props.read();
  const context = useMemo(() => ({ variable, position, active, total }), [variable, position, active, total]);
  return <SuggestionProvider value={context}>{render(variable, active)}</SuggestionProvider>;
}, isSameRow);

function isSameRow(before: SuggestionRowProps, after: SuggestionRowProps): boolean {
  return (
    isSameIn(before, after, ["position", "active", "total", "render"]) &&
    isSameVariable(before.read(), after.read())
  );
}

export interface SuggestionRowProps {
  /** A function, because React's development tools read through every object that is a property: samples may throw. */
  read: () => Variable;
  position: number;
  active: boolean;
  total: number;
  render: (variable: Variable, active: boolean) => ReactNode;
}
