"use client";
import { useEffect } from "react";
import { isNodeConfig } from "../../contract/index.js";
import type { ImageNodeConfig } from "../../contract/index.js";
import { hasPrompt } from "./hasPrompt.js";
import { useScope } from "../provider/index.js";
import { useLatest } from "../internal/useLatest.js";

/**
 * Hands over what somebody else's node or code saved, as soon as its reader is loaded. Until then, and where it can't be
 * loaded, the form has what it understands at once, and every other key stays.
 *
 * @param initial value that the form began with, held by the host or not
 */
export function useForeignConfig(
  value: unknown,
  initial: unknown,
  receive: (config: ImageNodeConfig) => void,
): void {
  const given = value === undefined ? initial : value;
  const latest = useLatest({ given, receive, language: useScope()?.language });
  useEffect(() => {
    if (given === undefined || (hasPrompt(given) && isNodeConfig(Object(given)))) return;
    import("./foreign/index.js").then(
      ({ isReadableConfig, parseImageNodeConfig }) => {
        if (latest.current.given !== given) return;
        if (isReadableConfig(given))
          latest.current.receive(parseImageNodeConfig(given, { language: latest.current.language }).config);
        else warnAboutValue(given);
      },
      () => undefined,
    );
  }, [given, latest]);
}

/** Warns in development. The draft stays: what somebody wrote is worth more than a value that nobody can read. */
function warnAboutValue(value: unknown): void {
  if (typeof process === "undefined" || process.env.NODE_ENV === "production") return;
  console.warn(
    `<ConfigForm.Root> was given a value that is no configuration (${describeValue(value)}), so it keeps ` +
      "the last one that was. Give it what onValueChange said, or undefined to leave the draft to the form.",
  );
}

/** Describes a value in a few letters; one that JSON can't hold, such as one too deep, by its type. */
function describeValue(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, 80) ?? typeof value;
  } catch {
    return typeof value;
  }
}
