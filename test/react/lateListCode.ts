import { act } from "@testing-library/react";
import type { ListCode } from "../../src/react/catalog-select/listCode.js";
import { createLoader } from "../../src/react/internal/createLoader.js";
import type { Loader } from "../../src/react/internal/createLoader.js";

/** Code of the list, which a test lets arrive. Stands in for `listCode.ts`, one loader for each test. */
export const late = {
  fetches: [] as { resolve(code: ListCode): void; reject(error: Error): void }[],
  loader: undefined as Loader<ListCode> | undefined,
  /** Forgets the code, as on a new page. */
  renew() {
    late.fetches = [];
    late.loader = createLoader<ListCode>(
      () => new Promise((resolve, reject) => void late.fetches.push({ resolve, reject })),
    );
  },
  arrive: () =>
    act(async () =>
      late.fetches.at(-1)?.resolve(await import("../../src/react/catalog-select/list/index.js")),
    ),
  fail: () => act(async () => late.fetches.at(-1)?.reject(new Error("The network broke."))),
};

export const listCode = {
  get: () => late.loader?.get(),
  load: async () => late.loader?.load(),
  prefetch: async () => late.loader?.load(),
  subscribe: (listener: () => void) => late.loader?.subscribe(listener),
};
