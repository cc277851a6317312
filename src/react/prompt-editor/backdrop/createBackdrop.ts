import { createMirror, type Mirror } from "./createMirror.js";
import type { MirrorSheetOptions } from "./createMirrorSheet.js";

export interface BackdropOptions extends Pick<MirrorSheetOptions, "marksOf" | "onUnmarked"> {
  field(): HTMLTextAreaElement | null;
}

/** Keeps at most one mirror behind a field: one that paints marks into the host's box, or an unseen one of its own. */
export function createBackdrop(options: BackdropOptions) {
  let box: HTMLElement | null = null;
  let mirror: Mirror | null = null;

  function drop(): void {
    mirror?.destroy();
    mirror = null;
  }

  function start(): void {
    drop();
    const field = options.field();
    if (field) mirror = createMirror({ ...options, field, box });
  }

  return {
    mirror: () => mirror,
    drop,
    /** Follows a new field: marks are painted where there is a box. */
    restart(): void {
      drop();
      if (box) start();
    },
    /** Measures where a caret at this offset stands, with an unseen mirror where no box shows one. */
    caretBox(offset: number): DOMRect | null {
      if (!mirror) start();
      return mirror?.caretBox(offset) ?? null;
    },
    attach(next: HTMLElement): () => void {
      box = next;
      start();
      return () => {
        box = null;
        drop();
      };
    },
  };
}
