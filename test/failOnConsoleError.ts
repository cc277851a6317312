import { afterEach, beforeEach, expect, vi } from "vitest";

/** Chromium tells the window when a virtual list measures twice in one frame; nothing is wrong then. */
const BROWSER_NOTICE = /^Error: ResizeObserver loop/;

/** A test that makes React or the library complain has failed, even if its own expectations held. */
export function failOnConsoleError(): void {
  beforeEach(() => {
    vi.spyOn(console, "error");
  });
  afterEach(() => {
    if (!vi.isMockFunction(console.error)) return;
    const calls = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(" "));
    vi.mocked(console.error).mockRestore();
    const complaints = calls.filter((call) => !BROWSER_NOTICE.test(call));
    expect(complaints, "unexpected console.error").toEqual([]);
  });
}
