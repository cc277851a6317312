import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes React or the library complain has failed, even if its own expectations held. */
export function failOnConsoleError(): void {
  beforeEach(() => {
    vi.spyOn(console, "error");
  });
  afterEach(() => {
    if (!vi.isMockFunction(console.error)) return;
    const calls = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(" "));
    vi.mocked(console.error).mockRestore();
    expect(calls, "unexpected console.error").toEqual([]);
  });
}
