import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import main from "../../.storybook/main.js";
import { silenceWhatsNew } from "../../.storybook/silenceWhatsNew.js";

describe("Storybook's configuration", () => {
  // With `enableCrashReports`, even false, Storybook 10 reports errors of its page although telemetry is off.
  it("turns telemetry off, and nothing on beside it", () => {
    expect(main.core).toMatchObject({ disableTelemetry: true, disableWhatsNewNotifications: true });
    expect(main.core).not.toHaveProperty("enableCrashReports");
    expect(main.experimental_serverChannel).toBe(silenceWhatsNew);
  });

  it("answers the page's question for news itself", () => {
    const channel = new EventEmitter();
    const fetchNews = vi.fn();
    const onAnswer = vi.fn();
    channel.on("requestWhatsNewData", fetchNews);
    channel.on("resultWhatsNewData", onAnswer);
    silenceWhatsNew(channel as never);
    channel.emit("requestWhatsNewData");
    expect(fetchNews).not.toHaveBeenCalled();
    expect(onAnswer).toHaveBeenCalledWith({ data: { status: "ERROR" } });
  });
});
