import type * as geometry from "./geometry.js";

/** The code that measures and draws. */
export type Geometry = typeof geometry;

let loaded: Geometry | undefined;

/** Calls back at once where the code is there, else when it has come. Without it the editor has no marks, and works. */
export function withGeometry(use: (geometry: Geometry) => void): void {
  if (loaded) return use(loaded);
  import("./geometry.js").then(
    (module) => {
      loaded = module;
      use(module);
    },
    () => undefined,
  );
}
