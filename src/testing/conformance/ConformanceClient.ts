import { catalogSchema, createImageNodeConfig, generationSchema, routeUrl } from "../../contract/index.js";
import type {
  Catalog,
  Generation,
  GenerationRequest,
  ImageNodeConfigOverrides,
} from "../../contract/index.js";
import { readAnswer, readEvents } from "./RecordedResponse.js";
import type { RecordedResponse } from "./RecordedResponse.js";
import { expectSchema, expectStatus } from "./expectations.js";
import { NotApplicable } from "./ConformanceCase.js";
import type { ConformanceContext, ProviderCall } from "./ConformanceCase.js";

/** The media types that the client names. */
export const CLIENT_ACCEPT = "text/event-stream, application/json;q=0.9";
export const JSON_ONLY = "application/json";

/** How a generation is asked for. */
export interface AskOptions {
  /** @default a new random key; `null` sends none */
  key?: string | null | undefined;
  /** @default "application/json" */
  accept?: string | undefined;
  prefer?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as they are, instead of the request as JSON. */
  text?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** A request, what it was answered, and the generation in it. */
export interface Sample {
  readonly key: string;
  readonly request: GenerationRequest;
  readonly answer: RecordedResponse;
  readonly generation: Generation;
}

const shared = new WeakMap<ConformanceContext, Map<string, Promise<unknown>>>();

/** Speaks the contract for a case. */
export class ConformanceClient {
  constructor(readonly context: ConformanceContext) {}

  /** Does something once for all cases of a run, since it may cost money. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = shared.get(this.context) ?? new Map<string, Promise<unknown>>();
    shared.set(this.context, known);
    const promise = (known.get(name) as Promise<T> | undefined) ?? make();
    known.set(name, promise);
    return promise;
  }

  /** Sends a request with the caller's headers. `segments` are the parts of the path. */
  send(segments: readonly string[], init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(this.context.headers);
    new Headers(init.headers).forEach((value, name) => headers.set(name, value));
    return this.context.fetch(routeUrl(this.context.baseUrl, ...segments), { ...init, headers });
  }

  async ask(segments: readonly string[], init: RequestInit = {}): Promise<RecordedResponse> {
    const asked = `${init.method ?? "GET"} /${segments.join("/")}`;
    return readAnswer(asked, await this.send(segments, init));
  }

  get(...segments: readonly string[]): Promise<RecordedResponse> {
    return this.ask(segments);
  }

  catalogAnswer(): Promise<RecordedResponse> {
    return this.once("catalog", () => this.get("catalog"));
  }

  async catalog(): Promise<Catalog> {
    const answer = await this.catalogAnswer();
    expectStatus(answer, 200);
    return expectSchema(catalogSchema, answer.json, "the catalog");
  }

  /** A random text that no other request has. */
  nonce(): string {
    return crypto.randomUUID().slice(0, 13);
  }

  /** A body with a plain manual prompt, changed by overrides. */
  request(
    overrides: ImageNodeConfigOverrides = {},
    more: Partial<GenerationRequest> = {},
  ): GenerationRequest {
    const config = createImageNodeConfig({
      imageModel: this.context.imageModel ?? null,
      promptModel: this.context.promptModel ?? null,
      ...overrides,
      prompt: { template: `A plain grey circle on white, ${this.nonce()}`, ...overrides.prompt },
    });
    return { config, variables: {}, ...more };
  }

  /** The init of a POST with a JSON body. */
  post(body: unknown, options: AskOptions = {}): RequestInit {
    const headers: Record<string, string> = {
      "Content-Type": "application/json",
      Accept: options.accept ?? JSON_ONLY,
    };
    const key = options.key === undefined ? `conformance-${crypto.randomUUID()}` : options.key;
    if (key !== null) headers["Idempotency-Key"] = key;
    if (options.prefer) headers.Prefer = options.prefer;
    return {
      method: "POST",
      headers: { ...headers, ...options.headers },
      body: options.text ?? JSON.stringify(body),
      ...(options.signal && { signal: options.signal }),
    };
  }

  /** `POST /generations`, read to its end. */
  generate(body: unknown, options: AskOptions = {}): Promise<RecordedResponse> {
    return this.ask(["generations"], this.post(body, options));
  }

  /** `POST /prompts`, read to its end. */
  preview(body: unknown, options: AskOptions = {}): Promise<RecordedResponse> {
    return this.ask(["prompts"], this.post(body, { key: null, ...options }));
  }

  /** Runs the node and expects a picture. */
  async succeed(request: GenerationRequest, options: AskOptions = {}): Promise<Sample> {
    const key = options.key ?? `conformance-${crypto.randomUUID()}`;
    const answer = await this.generate(request, { ...options, key });
    expectStatus(answer, 200);
    return {
      key,
      request,
      answer,
      generation: expectSchema(generationSchema, answer.json, "the generation"),
    };
  }

  /** One square generation as JSON, shared by all cases. Its style is watercolor where the catalog has it. */
  sample(): Promise<Sample> {
    return this.once("sample", async () => {
      const { styles } = await this.catalog();
      const style = styles.some(({ id }) => id === "watercolor") ? "watercolor" : "auto";
      return this.succeed(
        this.request(
          { prompt: { template: `A {{conformance.output.thing}} on white, ${this.nonce()}` }, style },
          { variables: { conformance: { output: { thing: "plain grey circle" } } } },
        ),
      );
    });
  }

  /** The picture of {@link sample}, fetched without any header. */
  picture(): Promise<RecordedResponse> {
    return this.once("picture", async () => this.follow((await this.sample()).generation.output.imageUrl));
  }

  /** Fetches a link as a browser would, without the caller's headers. */
  async follow(imageUrl: string, init: RequestInit = {}): Promise<RecordedResponse> {
    const url = new URL(imageUrl, this.context.baseUrl);
    return readAnswer(`${init.method ?? "GET"} imageUrl`, await this.context.fetch(url, init));
  }

  /** One generation as an event stream, shared by all cases. */
  streamed(): Promise<{
    answer: RecordedResponse;
    events: ReturnType<typeof readEvents>["events"];
    key: string;
    request: GenerationRequest;
  }> {
    return this.once("streamed", async () => {
      const key = `conformance-${crypto.randomUUID()}`;
      const request = this.request();
      const answer = await this.generate(request, { key, accept: CLIENT_ACCEPT });
      expectStatus(answer, 200);
      return { answer, key, request, events: readEvents(answer.text).events };
    });
  }

  /** The link of {@link sample} when it has the reference form, which alone can be tampered with. */
  async signedLink(): Promise<URL> {
    const { imageUrl, attachmentId } = (await this.sample()).generation.output;
    const url = new URL(imageUrl, this.context.baseUrl);
    if (
      !url.pathname.endsWith(`/attachments/${encodeURIComponent(attachmentId)}`) ||
      !url.searchParams.has("sig")
    ) {
      throw new NotApplicable("Links do not have the reference form.");
    }
    return url;
  }

  /** The provider's calls whose prompt holds a text. */
  async calls(holding: string): Promise<{ image: readonly ProviderCall[]; prompt: readonly ProviderCall[] }> {
    const calls = ((await this.context.provider?.calls()) ?? []).filter((call) =>
      call.prompt.includes(holding),
    );
    return {
      image: calls.filter(({ kind }) => kind === "image"),
      prompt: calls.filter(({ kind }) => kind === "prompt"),
    };
  }

  /** Asks until the answer satisfies, for at most `timeoutMs`. */
  async until(
    ask: () => Promise<RecordedResponse>,
    satisfies: (answer: RecordedResponse) => boolean,
    timeoutMs = 70_000,
  ): Promise<RecordedResponse> {
    const ends = Date.now() + timeoutMs;
    for (;;) {
      const answer = await ask();
      if (satisfies(answer) || Date.now() > ends) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
