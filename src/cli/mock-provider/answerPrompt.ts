import { jsonResponse, providerError } from "./providerError.js";
import { readDelay, wait } from "./readDelay.js";

type Format = "chat" | "responses";

/** Collects all text of a request for a chat completion or a response. */
export function promptText(body: Record<string, unknown>): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) {
      const { content, text } = value as { content?: unknown; text?: unknown };
      collect(content ?? text);
    }
  };
  collect(body.instructions);
  collect(body.messages ?? body.input);
  return texts.join("\n");
}

/**
 * Answers as a prompt model would. The prompt repeats the markers and identifiers (like "0f3a91bc-12de") of its input, so
 * that a test can steer and find the image call that follows.
 */
export async function answerPrompt(
  format: Format,
  model: string,
  prompt: string,
  signal: AbortSignal,
): Promise<Response> {
  const delay = readDelay(prompt, "prompt-slow");
  if (delay !== null) await wait(delay, signal);
  if (prompt.includes("[[prompt-500]]"))
    return providerError(500, "server_error", null, "The server had an error");
  if (prompt.includes("[[writer-refuses]]")) return completion(format, model, "", "content_filter");
  if (prompt.includes("[[writes-nothing]]")) return completion(format, model, "", "stop");
  const markers = [...new Set(prompt.match(/\[\[[\w:-]+\]\]/g))];
  const ids = [...new Set(prompt.match(/\b[0-9a-f]{8}-[0-9a-f]{4}\b/g))];
  const text = ["A calm image as asked", ...markers, ...ids].join(" ");
  return completion(format, model, text, "stop");
}

function completion(format: Format, model: string, text: string, end: "stop" | "content_filter"): Response {
  const created = Math.floor(Date.now() / 1000);
  if (format === "chat") {
    const message = { role: "assistant", content: text === "" ? null : text, refusal: null };
    return jsonResponse({
      id: `chatcmpl-${crypto.randomUUID()}`,
      object: "chat.completion",
      created,
      model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: end }],
      usage: { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 },
    });
  }
  const filtered = end === "content_filter";
  const status = filtered ? "incomplete" : "completed";
  const content = text === "" ? [] : [{ type: "output_text", text, annotations: [] }];
  return jsonResponse({
    id: `resp_${crypto.randomUUID()}`,
    object: "response",
    created_at: created,
    status,
    error: null,
    incomplete_details: filtered ? { reason: "content_filter" } : null,
    access_programs: null,
    instructions: null,
    metadata: {},
    model,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: "auto",
    tools: [],
    top_p: 1,
    output: [{ type: "message", id: `msg_${crypto.randomUUID()}`, status, role: "assistant", content }],
    usage: {
      input_tokens: 20,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: 10,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 30,
    },
  });
}
