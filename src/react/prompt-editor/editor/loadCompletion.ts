import type { createCompletion } from "./createCompletion.js";

/** Abilities of an editor beyond those of a text field, as `createCompletion` makes them. */
export type Completion = ReturnType<typeof createCompletion>;

type Use = (create: typeof createCompletion) => void;

let loaded: typeof createCompletion | undefined;

/**
 * Calls back at once where the code of lists and marks is there, else when it has come. Without it an editor is a text
 * field, and works.
 */
export function loadCompletion(use?: Use): void {
  if (loaded) return use?.(loaded);
  import("./createCompletion.js").then(
    (module) => {
      loaded = module.createCompletion;
      use?.(loaded);
    },
    () => undefined,
  );
}

// In a page it is on its way before the first field is drawn: whoever types at once finds it there.
if (typeof document !== "undefined") loadCompletion();
