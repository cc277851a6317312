import { afterAll, vi } from "vitest";

// Files share a process, so each begins with modules of its own, and leaves clocks, globals, the environment and the
// document as it found them.
vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  if (typeof document === "undefined") return;
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
});
