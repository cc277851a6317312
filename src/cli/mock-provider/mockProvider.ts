import { listen } from "../listen.js";
import { readArguments, readPort } from "../readArguments.js";
import type { Shell } from "../Shell.js";
import { IMAGE_MARKERS } from "./answerImage.js";
import { createMockProvider } from "./createMockProvider.js";

/** Runs `mock-provider [--port]`: a provider on 127.0.0.1 until it is stopped. */
export async function mockProvider(args: readonly string[], shell: Shell): Promise<number> {
  const { values } = readArguments({ args: [...args], options: { port: { type: "string" } } });
  const server = await listen(createMockProvider().handler, { port: readPort(values.port, 4401) });
  shell.print(
    `Mock provider in OpenAI's format: ${server.origin}
  base URL     ${server.origin}/v1 (any API key)
  calls        ${server.origin}/calls (DELETE clears them)
  settings     quality, background, seed (the same seed draws the same image)
  edits        up to 16 pictures (PNG, JPEG, WebP); the same ones draw the same image
  image calls  ${IMAGE_MARKERS.map((marker) => `[[${marker}]]`).join(" ")} [[slow]] [[slow:<ms>]]
  prompt calls [[writes-nothing]] [[writer-refuses]] [[prompt-500]] [[prompt-slow:<ms>]]
`,
  );
  await shell.untilStopped();
  await server.close();
  return 0;
}
