import { afterAll, vi } from "vitest";

/** Functions of the platform by their place, such as "URL.createObjectURL". */
function platformFunctions(): Map<string, unknown> {
  const functions = new Map<string, unknown>();
  const add = (owner: object, path: string) => {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner)))
      if (typeof value === "function") functions.set(`${path}.${key}`, value);
  };
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    if (typeof value !== "function" || !/^[A-Z]/.test(name)) continue;
    add(value, name);
    if (typeof value.prototype === "object" && value.prototype) add(value.prototype, `${name}.prototype`);
  }
  add(console, "console");
  add(Math, "Math");
  add(JSON, "JSON");
  return functions;
}

// Files share a process, so each begins with modules of its own, and leaves clocks, globals, the environment and the
// document as it found them.
vi.resetModules();
const found = platformFunctions();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  const left = platformFunctions();
  const replaced = [...left].filter(([path, value]) => found.get(path) !== value).map(([path]) => path);
  if (replaced.length > 0)
    throw new Error(
      `This file leaves its own ${replaced.join(", ")} to the files after it: use vi.spyOn, which is undone.`,
    );
  if (typeof document === "undefined") return;
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
});
