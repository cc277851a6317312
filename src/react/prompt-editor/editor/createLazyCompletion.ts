import type { EditorCore } from "./EditorCore.js";
import { loadCompletion, type Completion } from "./loadCompletion.js";

/** Completion of one editor, which is there some time after its field. */
export interface LazyCompletion {
  /** The completion; `null` until it has come. */
  get(): Completion | null;
  /** Calls back at once where the completion is there, else when it has come. */
  whenReady(use: (completion: Completion) => void): void;
  /**
   * Attaches an element when the completion is there, unless the element has left by then.
   *
   * @returns a function that detaches the element
   */
  attach(attach: (completion: Completion) => () => void): () => void;
}

/** Makes the completion of an editor as soon as its code has come. */
export function createLazyCompletion(core: EditorCore): LazyCompletion {
  let completion: Completion | null = null;

  function whenReady(use: (completion: Completion) => void): void {
    if (completion) return use(completion);
    loadCompletion((create) => use((completion ??= create(core))));
  }

  return {
    get: () => completion,
    whenReady,
    attach(attach) {
      let left = false;
      let detach = () => {
        left = true;
      };
      whenReady((ready) => {
        if (!left) detach = attach(ready);
      });
      return () => detach();
    },
  };
}
