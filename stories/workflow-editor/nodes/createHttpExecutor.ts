import { collectAttachments, toFormData } from "image-generation-node/client";
import type { ExecuteContext, Executor } from "../engine/executor.js";
import { openAttachment } from "./openAttachment.js";
import { resolveJson, resolveStrictly } from "./resolveStrictly.js";
import { send } from "./send.js";
import type { SendServices } from "./send.js";

/** Saved configuration of an HTTP request. */
export interface HttpConfig {
  method: "POST" | "PUT";
  url: string;
  /** "file" uploads the latest image before this node as multipart; "json" sends `json` with its variables filled in. */
  body: "file" | "json";
  /** The name of the file's field. */
  field: string;
  json: string;
}

export function createHttpExecutor(services: SendServices): Executor {
  return async (context) => {
    const config = context.node.config as HttpConfig;
    const url = resolveStrictly(config.url, context.outputs);
    const { input, init } =
      config.body === "file" ? await upload(context, config, services) : json(context, config);
    const sent = await send(services, url, { method: config.method, ...init }, context.signal);
    context.log(`${config.method} ${sent.url} answered ${sent.status}`);
    return {
      input: { method: config.method, url, ...input },
      output: { status: sent.status, body: sent.body },
    };
  };
}

async function upload(
  { outputs, signal }: ExecuteContext,
  { field }: HttpConfig,
  { client, fetch }: SendServices,
) {
  const file = collectAttachments(outputs).at(-1);
  if (!file) throw new Error("No earlier node gave a picture to upload.");
  const output = await openAttachment(file, client, signal);
  const body = await toFormData(output, { field: field || "file", client, fetch, signal });
  return { input: { multipart: { [field || "file"]: file._metadata.name } }, init: { body } };
}

function json({ outputs }: ExecuteContext, config: HttpConfig) {
  let template: unknown;
  try {
    template = JSON.parse(config.json);
  } catch (cause) {
    throw new Error(
      'The body is no JSON. Write variables inside of quotes, such as "{{image_gen.output.imageUrl}}".',
      {
        cause,
      },
    );
  }
  const value = resolveJson(template, outputs);
  return {
    input: { json: value },
    init: { headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) },
  };
}
