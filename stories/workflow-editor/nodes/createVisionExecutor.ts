import { collectAttachments, toFilePart } from "image-generation-node/client";
import type { FilePart } from "image-generation-node/client";
import { isAspectRatio } from "image-generation-node/contract";
import type { ExecuteContext, Executor } from "../engine/executor.js";
import { describeImage, tellReport } from "./describeImage.js";
import { openAttachment } from "./openAttachment.js";
import { resolveStrictly } from "./resolveStrictly.js";
import type { SendServices } from "./send.js";

/** Name of the demo model that sees. */
export const DEMO_EYES = "Demo eyes (measures pixels, not AI)";

/** Saved configuration of an agent that sees. */
export interface VisionConfig {
  instructions: string;
}

/** A message of the AI SDK with pictures in it. */
export interface SeenMessage {
  role: "user";
  content: readonly [{ type: "text"; text: string }, ...FilePart[]];
}

/** Creates the executor that gives a model every image of the nodes before it; nothing has to be passed by hand. */
export function createVisionExecutor({ client, fetch }: SendServices): Executor {
  return async (context) => {
    const { instructions } = context.node.config as VisionConfig;
    const text = resolveStrictly(instructions, context.outputs);
    const files = collectAttachments(context.outputs);
    if (files.length === 0) throw new Error("No earlier node gave a picture to look at.");
    const parts: FilePart[] = [];
    for (const file of files) {
      parts.push(
        await toFilePart(await openAttachment(file, client, context.signal), {
          client,
          fetch,
          signal: context.signal,
        }),
      );
    }
    const message: SeenMessage = { role: "user", content: [{ type: "text", text }, ...parts] };
    context.log(`${DEMO_EYES} sees ${parts.length} ${parts.length === 1 ? "picture" : "pictures"}`);
    return {
      input: {
        text,
        files: parts.map(({ filename, mediaType, data }) => ({ filename, mediaType, bytes: data.length })),
      },
      output: { ...(await look(message, askedRatios(context))), model: DEMO_EYES },
    };
  };
}

/** The demo model: it measures the bytes that it got, so a wrong or empty file shows. */
export async function look(
  { content: [, ...parts] }: SeenMessage,
  asked: ReadonlyMap<string, string> = new Map(),
): Promise<{ text: string; structured: { pictures: readonly unknown[] } }> {
  const reports = [];
  for (const { data, filename } of parts) {
    const ratio = asked.get(filename);
    reports.push(await describeImage(data, filename, isAspectRatio(ratio) ? ratio : undefined));
  }
  return { text: reports.map(tellReport).join(" "), structured: { pictures: reports } };
}

/** Finds the requested ratio of each file, by name: it stands beside the file in the image node's output. */
function askedRatios({ outputs }: ExecuteContext): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    const { aspectRatio, _metadata } = value as { aspectRatio?: unknown; _metadata?: { name?: unknown } };
    if (typeof aspectRatio === "string" && typeof _metadata?.name === "string")
      asked.set(_metadata.name, aspectRatio);
    for (const member of Object.values(value)) visit(member);
  };
  visit(outputs);
  return asked;
}
