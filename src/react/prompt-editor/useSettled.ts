"use client";
import { useEffect, useState } from "react";

/** Returns a value at once, or that of a promise when it has come; until then the one before it, `null` at first. */
export function useSettled<T>(value: T | Promise<T>): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  const waits = isPromise(value);
  useEffect(() => {
    if (!isPromise(value)) return undefined;
    let left = false;
    value.then(
      (next) => {
        if (!left) setSettled(next);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [value]);
  return waits ? settled : value;
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (Object(value) as { then?: unknown }).then === "function";
}
