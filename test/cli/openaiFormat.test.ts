import OpenAI from "openai";
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { createMockProvider } from "../../src/cli/mock-provider/createMockProvider.js";

// The types of the package `openai` are made from OpenAI's public description of its interface. Each schema below takes
// exactly what the mock provider sends, and must give what the type demands: nothing is missing and nothing is made up.
const count = z.int().check(z.nonnegative());
const picture = z.strictObject({ b64_json: z.base64() });
const imagesResponse = z.strictObject({
  created: count,
  data: z.array(picture),
  quality: z.exactOptional(z.enum(["low", "medium", "high"])),
  background: z.exactOptional(z.enum(["transparent", "opaque"])),
  usage: z.strictObject({
    total_tokens: count,
    input_tokens: count,
    output_tokens: count,
    input_tokens_details: z.strictObject({ text_tokens: count, image_tokens: count }),
  }),
});
const choice = z.strictObject({
  index: count,
  message: z.strictObject({
    role: z.literal("assistant"),
    content: z.nullable(z.string()),
    refusal: z.null(),
  }),
  logprobs: z.null(),
  finish_reason: z.enum(["stop", "content_filter"]),
});
const chatCompletion = z.strictObject({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: count,
  model: z.string(),
  choices: z.array(choice),
  usage: z.strictObject({ prompt_tokens: count, completion_tokens: count, total_tokens: count }),
});
const outputMessage = z.strictObject({
  type: z.literal("message"),
  id: z.string(),
  status: z.enum(["completed", "incomplete"]),
  role: z.literal("assistant"),
  content: z.array(
    z.strictObject({ type: z.literal("output_text"), text: z.string(), annotations: z.array(z.never()) }),
  ),
});
const response = z.strictObject({
  id: z.string(),
  object: z.literal("response"),
  created_at: count,
  status: z.enum(["completed", "incomplete"]),
  error: z.null(),
  incomplete_details: z.nullable(z.strictObject({ reason: z.literal("content_filter") })),
  access_programs: z.null(),
  instructions: z.null(),
  metadata: z.strictObject({}),
  model: z.string(),
  output: z.array(outputMessage),
  parallel_tool_calls: z.boolean(),
  temperature: z.number(),
  tool_choice: z.literal("auto"),
  tools: z.array(z.never()),
  top_p: z.number(),
  usage: z.strictObject({
    input_tokens: count,
    input_tokens_details: z.strictObject({ cached_tokens: count, cache_write_tokens: count }),
    output_tokens: count,
    output_tokens_details: z.strictObject({ reasoning_tokens: count }),
    total_tokens: count,
  }),
});
const failure = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    param: z.nullable(z.string()),
    code: z.nullable(z.string()),
  }),
});

const { handler } = createMockProvider();
const post = async (path: string, body: object, headers = {}): Promise<unknown> => {
  const init = {
    method: "POST",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
    body: JSON.stringify({ model: "any", ...body }),
  };
  return (await handler(new Request(`https://mock.test/v1${path}`, init))).json();
};
const messages = (content: string) => ({ messages: [{ role: "user", content }] });

describe("mock-provider, held against OpenAI's public description", () => {
  it.each(["A fox", "[[jpeg]]", "[[wide]]", "[[empty]]", "[[html]]"])("draws %s", async (prompt) => {
    const answer: OpenAI.ImagesResponse = imagesResponse.parse(await post("/images/generations", { prompt }));
    expect(answer.data).toHaveLength(prompt === "[[empty]]" ? 0 : 1);
  });

  it.each(["auto", "low", "high", "hd"])("draws in the quality %s", async (quality) => {
    const body = { prompt: "A fox", quality, background: "opaque" };
    const answer: OpenAI.ImagesResponse = imagesResponse.parse(await post("/images/generations", body));
    expect(answer.quality).toBe(/low|high/.test(quality) ? quality : undefined);
    expect(answer.background).toBe("opaque");
  });

  it.each([
    ["A fox", "stop"],
    ["[[writes-nothing]]", "stop"],
    ["[[writer-refuses]]", "content_filter"],
  ])("completes a chat with %s", async (prompt, reason) => {
    const answer: OpenAI.ChatCompletion = chatCompletion.parse(
      await post("/chat/completions", messages(prompt)),
    );
    expect(answer.choices.map(({ finish_reason }) => finish_reason)).toEqual([reason]);
  });

  it.each([
    ["A fox", "completed"],
    ["[[writes-nothing]]", "completed"],
    ["[[writer-refuses]]", "incomplete"],
  ])("responds to %s", async (input, status) => {
    // The package adds the text of all messages by itself.
    const answer: Omit<OpenAI.Responses.Response, "output_text"> = response.parse(
      await post("/responses", { input }),
    );
    expect(answer.status).toBe(status);
  });

  it.each(["moderation", "rejected", "429", "402", "401", "500", "503"])(
    "fails with [[%s]]",
    async (marker) => {
      const { error } = failure.parse(await post("/images/generations", { prompt: `[[${marker}]]` }));
      const typed: OpenAI.ErrorObject = error;
      expect(typed.message).not.toBe("");
    },
  );

  it.each([
    ["an unknown address", () => post("/files", {})],
    ["no key", () => post("/responses", { input: "A fox" }, { Authorization: "" })],
  ])("fails for %s", async (_, ask) => expect(failure.safeParse(await ask()).success).toBe(true));

  it("is understood by OpenAI's own client", async () => {
    const openai = new OpenAI({
      apiKey: "any",
      baseURL: "https://mock.test/v1",
      maxRetries: 0,
      fetch: (input, init) => handler(new Request(input, init)),
    });
    const { data } = await openai.images.generate({ model: "gpt-image-1", prompt: "A fox" });
    expect(data?.[0]?.b64_json).toMatch(/^iVBORw0KGgo/);
    const { output_text } = await openai.responses.create({ model: "gpt-5", input: "A fox" });
    expect(output_text).toBe("A calm image as asked");
    const prompt = "[[429]]";
    const refused = openai.images.generate({ model: "gpt-image-1", prompt });
    await expect(refused).rejects.toThrow(OpenAI.RateLimitError);
    const moderated = openai.images.generate({ model: "gpt-image-1", prompt: "[[moderation]]" });
    await expect(moderated).rejects.toMatchObject({ status: 400, code: "moderation_blocked" });
  });
});
