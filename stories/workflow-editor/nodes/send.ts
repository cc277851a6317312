import { collectAttachments, toFile } from "image-generation-node/client";
import type { ImageNodeClient } from "image-generation-node/client";
import type { ExecuteContext } from "../engine/executor.js";
import { openAttachment } from "./openAttachment.js";

/** Services that actions and HTTP requests send with. */
export interface SendServices {
  client: ImageNodeClient;
  fetch: typeof fetch;
  /** Requests go to this origin only: a recipe on a laptop sends nothing elsewhere. */
  origin: string;
}

/** Response to a sent request. */
export interface SentRequest {
  status: number;
  body: unknown;
  url: string;
}

/** Sends a request to this machine. Rejects when the answer is no success, so that the node fails. */
export async function send(
  services: SendServices,
  url: string,
  init: RequestInit & { method: string },
  signal: AbortSignal,
): Promise<SentRequest> {
  const target = new URL(url, services.origin);
  if (target.origin !== services.origin) {
    throw new Error(`This recipe sends to its own server only, and ${target.origin} is another one.`);
  }
  const response = await services.fetch(target, { ...init, signal });
  const text = await response.text();
  if (!response.ok)
    throw new Error(
      `${init.method} ${target.pathname} answered ${response.status}. ${readDetail(text)}`.trim(),
    );
  return { status: response.status, body: readJson(text) ?? text, url: target.pathname };
}

/** Downloads the latest image before a node, as a file with its own name. */
export async function latestFile(
  { outputs, signal }: ExecuteContext,
  { client, fetch }: SendServices,
): Promise<File> {
  const file = collectAttachments(outputs).at(-1);
  if (!file) throw new Error("No earlier node gave a picture to send.");
  return toFile(await openAttachment(file, client, signal), { client, fetch, signal });
}

/** Describes a file, for the run's data. */
export function describeFile(file: File) {
  return { name: file.name, type: file.type, bytes: file.size };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readDetail(text: string): string {
  const body = readJson(text);
  const detail =
    typeof body === "object" && body !== null ? (body as { detail?: unknown }).detail : undefined;
  return typeof detail === "string" ? detail : "";
}
