import type { Page } from "playwright";

/** A React fiber as far as it is read here. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/** From now on the page counts the components that React renders, in the way of its own developer tools. */
export async function countRenders(page: Page): Promise<void> {
  await page.evaluate(() => {
    const PERFORMED_WORK = 1;
    /** Functions, classes, forwardRef, memo, simple memo. */
    const COMPONENTS = new Set([0, 1, 11, 14, 15]);
    let renders = 0;
    const visit = (fiber: Fiber | null) => {
      for (let at = fiber; at; at = at.sibling) {
        const before = at.alternate;
        const isComponent = COMPONENTS.has(at.tag);
        if (isComponent && (before === null || (at !== before && at.flags & PERFORMED_WORK))) renders += 1;
        if (before === null || at.child !== before.child) visit(at.child);
      }
    };
    const hook = window.__REACT_DEVTOOLS_GLOBAL_HOOK__;
    if (hook) hook.onCommitFiberRoot = (_id, root) => visit(root.current.child);
    window.renders = () => renders;
  });
}

/** How many components were rendered since. */
export function takeRenders(page: Page): Promise<number> {
  return page.evaluate(() => window.renders?.() ?? NaN);
}

declare global {
  interface Window {
    renders?: (() => number) | undefined;
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: {
      onCommitFiberRoot: (id: number, root: { readonly current: Fiber }) => void;
    };
  }
}
