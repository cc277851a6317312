import { modelMessageSchema } from "ai";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeStructured } from "../../stories/workflow-editor/nodes/writeStructured.js";
import { describeImage, tellReport } from "../../stories/workflow-editor/nodes/describeImage.js";
import { look } from "../../stories/workflow-editor/nodes/createVisionExecutor.js";
import { readPng } from "../../stories/workflow-editor/nodes/readPng.js";
import { resolveJson } from "../../stories/workflow-editor/nodes/resolveStrictly.js";
import { nextFiring, onSchedule } from "../../stories/workflow-editor/nodes/schedules.js";
import { createReceiver } from "../../stories/workflow-editor/receiver/createReceiver.js";

const paint = async (width: number, height: number, background: string) => {
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  return new Uint8Array(bytes);
};

describe("the demo model that sees", () => {
  it("measures the picture that it got", async () => {
    const report = await describeImage(await paint(320, 180, "#3769cd"), "a.png", "landscape");
    expect(report).toMatchObject({
      fileName: "a.png",
      width: 320,
      height: 180,
      ratio: "16:9",
      hasAskedRatio: true,
      dominantColors: [{ name: "blue", hex: "#3769cd", share: 1 }],
    });
    expect(tellReport(report)).toBe(
      "An evenly lit picture of 320 × 180 pixels (16:9, as asked), mostly blue (100 %).",
    );
  });

  it("says when a picture has another shape than was asked", async () => {
    const report = await describeImage(await paint(300, 200, "white"), "a.png", "square");
    expect(report.hasAskedRatio).toBe(false);
    expect(tellReport(report)).toContain("not as asked");
  });

  it("decodes every filter and colour type as another decoder does", async () => {
    const noise = { type: "gaussian", mean: 120, sigma: 60 } as const;
    for (const channels of [3, 4] as const) {
      const source = sharp({ create: { width: 61, height: 37, channels, background: "black", noise } });
      const png = await source.png({ adaptiveFiltering: true }).toBuffer();
      const { data } = await readPng(new Uint8Array(png));
      const raw = await sharp(png).ensureAlpha().raw().toBuffer();
      expect(Buffer.compare(Buffer.from(data), raw)).toBe(0);
    }
  });

  it("refuses an empty file, something else, and a picture that is cut off", async () => {
    const whole = await paint(64, 64, "red");
    await expect(readPng(new Uint8Array())).rejects.toThrow("no PNG");
    await expect(readPng(new TextEncoder().encode("<svg/>"))).rejects.toThrow("no PNG");
    await expect(readPng(whole.slice(0, whole.length - 30))).rejects.toThrow();
  });

  it("takes a message of the AI SDK", async () => {
    const data = await paint(64, 64, "red");
    const part = { type: "file", data, mediaType: "image/png", filename: "a.png" } as const;
    const message = { role: "user", content: [{ type: "text", text: "Look" }, part] } as const;
    expect(modelMessageSchema.safeParse(message).success).toBe(true);
    expect((await look({ role: "user", content: [{ type: "text", text: "Look" }, part] })).text).toContain(
      "mostly red",
    );
  });
});

describe("the demo agent", () => {
  it("finds the figure that moved most", () => {
    const output = { revenue: 48200, revenueLastWeek: 38900, signups: 412, signupsLastWeek: 398 };
    const fields = [{ name: "key_metric", description: "" }];
    const task = { instructions: "", fields, outputs: { trigger: { output } } };
    expect(writeStructured(task)).toEqual({ key_metric: "+24 % revenue over the last week" });
    expect(writeStructured(task)).toEqual(writeStructured(task));
  });

  it("describes the product that it was given", () => {
    const fields = [{ name: "product_visual_description", description: "" }];
    const output = { name: "mug", color: "blue", material: "ceramic" };
    const written = writeStructured({ instructions: "", fields, outputs: { trigger: { output } } });
    expect(String(written.product_visual_description)).toMatch(/^A blue ceramic mug,/);
  });
});

describe("an HTTP request's JSON", () => {
  it("holds a value that would break out of its quotes", () => {
    const variables = { a: { output: { text: '", "admin": true, "x": "' } } };
    expect(resolveJson({ text: "{{a.output.text}}" }, variables)).toEqual({
      text: '", "admin": true, "x": "',
    });
  });

  it("is not sent with a hole in it", () => {
    expect(() => resolveJson({ text: ["{{a.output.gone}}"] }, {})).toThrow("a.output.gone");
  });
});

describe("a schedule", () => {
  it("fires on the next Monday at nine, also when asked on one", () => {
    expect(nextFiring("weekly", new Date("2026-11-23T08:59:00Z")).toISOString()).toBe(
      "2026-11-23T09:00:00.000Z",
    );
    expect(nextFiring("weekly", new Date("2026-11-23T09:00:00Z")).toISOString()).toBe(
      "2026-11-30T09:00:00.000Z",
    );
    expect(nextFiring("minutely", new Date("2026-11-23T09:00:30Z")).toISOString()).toBe(
      "2026-11-23T09:01:00.000Z",
    );
  });

  describe("while the page is open", () => {
    beforeEach(() => {
      vi.useFakeTimers({ now: new Date("2026-11-23T09:00:30Z") });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it("fires again and again, until it is stopped", () => {
      const fired: string[] = [];
      const stop = onSchedule("minutely", () => fired.push(new Date().toISOString().slice(11, 19)));
      vi.advanceTimersByTime(3 * 60_000);
      expect(fired).toEqual(["09:01:00", "09:02:00", "09:03:00"]);
      stop();
      vi.advanceTimersByTime(3 * 60_000);
      expect(fired).toHaveLength(3);
    });
  });
});

describe("the receiver", () => {
  const send = (receive: ReturnType<typeof createReceiver>, path: string, init?: RequestInit) =>
    receive(new Request(`http://127.0.0.1/api/receiver/${path}`, init));
  const list = async (receive: ReturnType<typeof createReceiver>) =>
    (
      (await (await send(receive, "received")).json()) as {
        requests: { files: { href: string; name: string }[] }[];
      }
    ).requests;

  it("stores a multipart upload and gives the same bytes back", async () => {
    const receive = createReceiver("/api/receiver");
    const bytes = await paint(8, 8, "green");
    const body = new FormData();
    body.set("text", "hello");
    body.set("file", new File([bytes], "green.png", { type: "image/png" }));
    expect((await send(receive, "channels/marketing/messages", { method: "POST", body })).status).toBe(201);
    const [request] = await list(receive);
    expect(request).toMatchObject({
      fields: { text: "hello" },
      files: [{ name: "green.png", bytes: bytes.length }],
    });
    const back = await send(receive, request?.files[0]?.href ?? "");
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
    expect(back.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("never answers markup as markup", async () => {
    const receive = createReceiver("/api/receiver");
    await send(receive, "page", {
      method: "PUT",
      body: "<script>1</script>",
      headers: { "Content-Type": "text/html" },
    });
    const [request] = await list(receive);
    const back = await send(receive, request?.files[0]?.href ?? "");
    expect(back.headers.get("Content-Type")).toBe("application/octet-stream");
  });

  it("fails as asked, and forgets when told to", async () => {
    const receive = createReceiver("/api/receiver");
    expect((await send(receive, "fail/503", { method: "POST", body: "{}" })).status).toBe(503);
    await send(receive, "a", { method: "POST", body: "1" });
    expect(await list(receive)).toHaveLength(1);
    await send(receive, "received", { method: "DELETE" });
    expect(await list(receive)).toHaveLength(0);
  });
});
