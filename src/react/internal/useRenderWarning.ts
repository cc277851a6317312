"use client";
import { useEffect, useRef } from "react";
import { isEqualJson } from "../../internal/isEqualJson.js";

/** Renders in a row after which a prop counts as made anew at every render. */
const RENDERS = 3;

/**
 * Names, once and in development only, the prop that a host makes anew at every render although it stays the same.
 *
 * @param data names of the props that are plain data: those must hold the same to count
 */
export function useRenderWarning(
  component: string,
  props: Readonly<Record<string, unknown>>,
  data: readonly string[],
): void {
  const last = useRef(props);
  const counts = useRef(new Map<string, number>());
  useEffect(() => {
    if (typeof process === "undefined" || process.env.NODE_ENV === "production") return;
    const before = last.current;
    last.current = props;
    for (const [name, value] of Object.entries(props)) {
      const count = counts.current.get(name) ?? 0;
      if (count === RENDERS) continue;
      const isAnew =
        isMadeAnew(before[name], value) && (!data.includes(name) || isEqualJson(before[name], value));
      counts.current.set(name, isAnew ? count + 1 : 0);
      if (isAnew && count + 1 === RENDERS) warn(component, name);
    }
  });
}

function isMadeAnew(before: unknown, value: unknown): boolean {
  return before !== value && Object(before) === before && Object(value) === value;
}

function warn(component: string, prop: string): void {
  console.warn(
    `${component} gets another ${prop} at every render. Nothing is lost by it, but everything below renders again. ` +
      `Make ${prop} once: outside of the component, or with useMemo or useState.`,
  );
}
