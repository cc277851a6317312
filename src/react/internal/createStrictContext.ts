"use client";
import { createContext, useContext } from "react";

/**
 * Creates a context whose reader throws outside of its root, naming both and showing how to wrap the part.
 *
 * @param root part that provides it, such as "PromptEditor.Root"
 */
export function createStrictContext<T>(root: string, reads: string) {
  const Context = createContext<T | null>(null);
  Context.displayName = root;
  function useStrictContext(part: string): T {
    const value = useContext(Context);
    if (value === null) {
      throw new Error(
        `<${part}> was rendered outside of <${root}>. It reads ${reads} from it. Wrap it: <${root}> … <${part} /> … </${root}>.`,
      );
    }
    return value;
  }
  return [Context.Provider, useStrictContext, Context] as const;
}
