"use client";
import { createContext, useContext } from "react";

/**
 * Creates a context whose reader throws outside of its root, naming both and showing how to wrap what reads it.
 *
 * @param root part that provides it, such as "PromptEditor.Root"
 * @returns provider, reader and context; the reader takes the part that reads, such as "PromptEditor.Input", or the public
 *   hook, such as "usePreview()"
 */
export function createStrictContext<T>(root: string, reads: string) {
  const Context = createContext<T | null>(null);
  Context.displayName = root;
  function useStrictContext(reader: string): T {
    const value = useContext(Context);
    if (value === null) {
      const [who, inside] = reader.endsWith(")")
        ? [`${reader} was called`, "…"]
        : [`<${reader}> was rendered`, `… <${reader} /> …`];
      throw new Error(
        `${who} outside of <${root}>. It reads ${reads} from it. Wrap it: <${root}> ${inside} </${root}>.`,
      );
    }
    return value;
  }
  return [Context.Provider, useStrictContext, Context] as const;
}
