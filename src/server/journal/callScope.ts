import type { ProviderCall } from "./ProviderCall.js";

/** As much of Node's `AsyncLocalStorage` as is used. */
interface Scope {
  run<Result>(call: ProviderCall, work: () => Result): Result;
  getStore(): ProviderCall | undefined;
}

/** As much of `process` as is used: other runtimes than Node have it too. */
interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): { AsyncLocalStorage: new () => Scope } | undefined };
}

let scope: Scope | null = null;

/**
 * Makes calls of models known to what they send, from now on.
 *
 * @throws TypeError in a runtime that cannot tell one call's requests from another's.
 */
export function openCallScope(): void {
  if (scope) return;
  const hooks = (globalThis as Runtime).process?.getBuiltinModule?.("node:async_hooks");
  if (!hooks) {
    throw new TypeError(
      "createProviderFetch needs AsyncLocalStorage, by which it tells one run's requests from another's, and this runtime " +
        "does not offer it by process.getBuiltinModule. Use Node 20.16, 22.3 or newer, Deno 2, Bun or nodejs_compat, or " +
        "createGuardedFetch, which resumes nothing.",
    );
  }
  scope = new hooks.AsyncLocalStorage();
}

/** Carries work out as part of a call. Where nobody has made a `fetch` that needs to know, it is just carried out. */
export function runInCall<Result>(call: ProviderCall | null, work: () => Result): Result {
  return scope && call ? scope.run(call, work) : work();
}

/** Finds the call that the running code is part of. */
export function findCall(): ProviderCall | null {
  return scope?.getStore() ?? null;
}
