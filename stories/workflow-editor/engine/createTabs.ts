import { ALONE } from "./Tabs.js";
import type { Tabs } from "./Tabs.js";

/** Creates the tabs of one origin, by the browser's locks and channels. A lock ends with the tab that holds it. */
export function createTabs(name = "workflow-run"): Tabs {
  // Pages without a secure context have no locks.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return ALONE;
  const channel = new BroadcastChannel(name);
  return {
    async ifFree(work) {
      return await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
        return lock !== null;
      });
    },
    async whenFree(work) {
      await locks.request(name, work);
    },
    tell: (news) => channel.postMessage(news),
    listen(listener) {
      const hear = ({ data }: MessageEvent) => {
        if (data === "changed" || data === "cancel") listener(data);
      };
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
  };
}
