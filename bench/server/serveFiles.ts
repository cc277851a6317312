// In a process of its own: serves one picture as our signed download and as static files, on 127.0.0.1. Tells its parent
// the addresses and, whenever asked, its CPU time.
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import type * as Server from "../../src/server/index.ts";
import { PICTURES } from "./pictures.ts";

const [entry = ""] = process.argv.slice(2);
const { createImageNodeHandler, fileStorage } = (await import(entry)) as typeof Server;
const directory = mkdtempSync(join(tmpdir(), "imagenode-bench-"));
process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
const picture = await PICTURES.photo();

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let handler: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
const base = await serve(getRequestListener((request) => handler(request)));
handler = createImageNodeHandler({
  imageModels: { "bench/model": { model: { generate: async () => new Uint8Array(picture) } } },
  storage: fileStorage(directory),
  signingSecret: "for measuring only, long enough to be taken",
  dangerouslyAllowAnonymous: true,
  publicUrl: base,
});
const response = await fetch(`${base}/generations`, {
  method: "POST",
  headers: { "Content-Type": "application/json", "Idempotency-Key": "one" },
  body: JSON.stringify({
    config: {
      version: 1,
      prompt: { mode: "manual", template: "A fox", instructions: "" },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "auto",
    },
    variables: {},
  }),
});
const { output } = (await response.json()) as { output: { imageUrl: string; attachmentId: string } };
const file = join(directory, `${output.attachmentId}.png`);
const bare = await serve((_request, outgoing) => {
  outgoing.writeHead(200, { "Content-Type": "image/png", "Content-Length": statSync(file).size });
  createReadStream(file).pipe(outgoing);
});
const folder = await serve(express().use(express.static(directory)));

process.on("message", () => process.send?.(process.cpuUsage()));
process.once("disconnect", () => process.exit());
process.send?.({
  "ours, signed": output.imageUrl,
  "express.static": `${folder}/${output.attachmentId}.png`,
  createReadStream: bare,
});
