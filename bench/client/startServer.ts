import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const RESULT = {
  id: "gen_1",
  status: "succeeded",
  output: {
    path: "/mnt/data/1-gen_1.png",
    _metadata: { name: "1-gen_1.png", mimeType: "image/png", sizeInKb: 2, attachmentId: "att_1" },
    imageUrl: "https://images.test/att_1.png",
    imagePath: "attachments/att_1.png",
    attachmentId: "att_1",
    prompt: "A lamp that walks through a town at night. ".repeat(10),
    aspectRatio: "square",
  },
  image: { width: 1024, height: 1024, expiresAt: "2099-01-01T00:00:00Z" },
  stages: { template: "A {{…}}", resolved: "A lamp", written: null, sent: "A lamp, noir", revised: null },
  usage: { items: [{ kind: "image", model: "demo", amount: "0.04", currency: "USD" }] },
};
const JSON_BODY = JSON.stringify(RESULT);
const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const STREAM_BODY = [
  event("started", { id: "gen_1" }),
  event("stage", { stage: "image", status: "running" }),
  event("partial_image", { index: 0, b64: "A".repeat(20_000), mimeType: "image/png" }),
  event("result", RESULT),
].join("");
const PROBLEM = JSON.stringify({ status: 422, kind: "content_blocked", title: "Blocked", charged: false });

// The same amount of text in the format of OpenAI, as its client reads it.
const FILLER = "A".repeat(600);
const OPENAI_BODY = JSON.stringify({
  created: 1,
  data: [{ url: RESULT.output.imageUrl, revised_prompt: RESULT.output.prompt + FILLER }],
  usage: { input_tokens: 10, output_tokens: 1_056, total_tokens: 1_066 },
});
const openaiEvent = (type: string, more: object) =>
  event(type, { type, created_at: 1, size: "1024x1024", quality: "low", output_format: "png", ...more });
const OPENAI_STREAM = [
  openaiEvent("image_generation.partial_image", { partial_image_index: 0, b64_json: "A".repeat(20_000) }),
  openaiEvent("image_generation.completed", { b64_json: "A".repeat(1_000), usage: { total_tokens: 1_066 } }),
].join("");

/** A back end on 127.0.0.1 that answers at once: JSON, an event stream, or a refusal of the prompt "refuse". Below
 * `/openai` it answers in OpenAI's format. */
export async function startServer(): Promise<{ baseUrl: string; close(): void }> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.url?.startsWith("/openai")) {
        const streams = body.includes('"stream":true');
        response.writeHead(200, { "Content-Type": streams ? "text/event-stream" : "application/json" });
        response.end(streams ? OPENAI_STREAM : OPENAI_BODY);
      } else if (body.includes("refuse")) {
        response.writeHead(422, { "Content-Type": "application/problem+json" }).end(PROBLEM);
      } else if (request.headers.accept?.includes("event-stream")) {
        response.writeHead(200, { "Content-Type": "text/event-stream" }).end(STREAM_BODY);
      } else response.writeHead(200, { "Content-Type": "application/json" }).end(JSON_BODY);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
