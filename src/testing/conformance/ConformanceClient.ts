import { catalogSchema, createImageNodeConfig, generationSchema, routeUrl } from "../../contract/index.js";
import type {
  Catalog,
  Generation,
  GenerationRequest,
  ImageNodeConfigOverrides,
} from "../../contract/index.js";
import { resolveTemplate } from "../../template/index.js";
import { readEvents } from "./readEvents.js";
import { recordResponse } from "./RecordedResponse.js";
import type { RecordedResponse } from "./RecordedResponse.js";
import { expectSchema, expectStatus } from "./expectThat.js";
import { NotApplicable } from "./ConformanceCase.js";
import type { ConformanceContext, ProviderCall } from "./ConformanceCase.js";

/** `Accept` header of the typed client. */
export const CLIENT_ACCEPT = "text/event-stream, application/json;q=0.9";
export const JSON_ONLY = "application/json";

/** Options of a POST. */
export interface AskOptions {
  /** Idempotency key; `null` sends none. @default a new random key */
  key?: string | null | undefined;
  /** @default "application/json" */
  accept?: string | undefined;
  prefer?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Text that is sent as it is, instead of the body as JSON. */
  text?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Request, its response, and the generation in it. */
export interface Sample {
  readonly key: string;
  readonly request: GenerationRequest;
  readonly response: RecordedResponse;
  readonly generation: Generation;
}

const shared = new WeakMap<ConformanceContext, Map<string, Promise<unknown>>>();

/** Client of a case: sends requests of the contract and records the responses. */
export class ConformanceClient {
  private constructor(
    readonly context: ConformanceContext,
    /** Whether requests bring their text resolved, as the catalog asks for. */
    readonly resolves: boolean,
  ) {}

  /** Creates a client that sends what the catalog asks for. One that can't be read asks for nothing. */
  static async create(context: ConformanceContext): Promise<ConformanceClient> {
    const catalog = await new ConformanceClient(context, false).catalog().catch(() => null);
    return new ConformanceClient(context, catalog?.features.templates === "client");
  }

  /** Does something once for all cases that share a context, since it may be billed. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = shared.get(this.context) ?? new Map<string, Promise<unknown>>();
    shared.set(this.context, known);
    const promise = (known.get(name) as Promise<T> | undefined) ?? make();
    known.set(name, promise);
    return promise;
  }

  /** Sends a request with the context's headers. `segments` are the parts of the path. */
  send(segments: readonly string[], init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(this.context.headers);
    new Headers(init.headers).forEach((value, name) => headers.set(name, value));
    return this.context.fetch(routeUrl(this.context.baseUrl, ...segments), { ...init, headers });
  }

  async ask(segments: readonly string[], init: RequestInit = {}): Promise<RecordedResponse> {
    const asked = `${init.method ?? "GET"} /${segments.join("/")}`;
    return recordResponse(asked, await this.send(segments, init));
  }

  get(...segments: readonly string[]): Promise<RecordedResponse> {
    return this.ask(segments);
  }

  catalogResponse(): Promise<RecordedResponse> {
    return this.once("catalog", () => this.get("catalog"));
  }

  async catalog(): Promise<Catalog> {
    const response = await this.catalogResponse();
    expectStatus(response, 200);
    return expectSchema(catalogSchema, response.json, "the catalog");
  }

  /** Returns a random text that no other request has. */
  nonce(): string {
    return crypto.randomUUID().slice(0, 13);
  }

  /** Creates a request with a plain manual prompt, changed by overrides. */
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
    const request: GenerationRequest = { config, variables: {}, ...more };
    const { mode, template, instructions } = config.prompt;
    if (!this.resolves || mode === "auto" || request.input) return request;
    const { text } = resolveTemplate(mode === "manual" ? template : instructions, request.variables);
    return { ...request, input: { resolved: text } };
  }

  /** Creates the init of a POST with a JSON body. */
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

  /** Sends `POST /generations` and reads the response to its end. */
  generate(body: unknown, options: AskOptions = {}): Promise<RecordedResponse> {
    return this.ask(["generations"], this.post(body, options));
  }

  /** Sends `POST /prompts` and reads the response to its end. */
  preview(body: unknown, options: AskOptions = {}): Promise<RecordedResponse> {
    return this.ask(["prompts"], this.post(body, { key: null, ...options }));
  }

  /** Generates an image and expects success. */
  async succeed(request: GenerationRequest, options: AskOptions = {}): Promise<Sample> {
    const key = options.key ?? `conformance-${crypto.randomUUID()}`;
    const response = await this.generate(request, { ...options, key });
    expectStatus(response, 200);
    return {
      key,
      request,
      response,
      generation: expectSchema(generationSchema, response.json, "the generation"),
    };
  }

  /** Returns one square generation as JSON, shared by all cases. Its style is watercolor where the catalog has it. */
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

  /** Returns the image of {@link sample}, fetched without any header. */
  image(): Promise<RecordedResponse> {
    return this.once("image", async () => this.follow((await this.sample()).generation.output.imageUrl));
  }

  /** Fetches a link as a browser would, without the context's headers. */
  async follow(imageUrl: string, init: RequestInit = {}): Promise<RecordedResponse> {
    const url = new URL(imageUrl, this.context.baseUrl);
    return recordResponse(`${init.method ?? "GET"} imageUrl`, await this.context.fetch(url, init));
  }

  /** Returns one generation as an event stream, shared by all cases. */
  streamed(): Promise<{
    response: RecordedResponse;
    events: ReturnType<typeof readEvents>["events"];
    key: string;
    request: GenerationRequest;
  }> {
    return this.once("streamed", async () => {
      const key = `conformance-${crypto.randomUUID()}`;
      const request = this.request();
      const response = await this.generate(request, { key, accept: CLIENT_ACCEPT });
      expectStatus(response, 200);
      return { response, key, request, events: readEvents(response.text).events };
    });
  }

  /** Returns the link of {@link sample} if it has the reference form; no other form can be tampered with. */
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

  /** Returns the provider's calls whose prompt holds a text. */
  async calls(holding: string): Promise<{ image: readonly ProviderCall[]; prompt: readonly ProviderCall[] }> {
    const calls = ((await this.context.provider?.calls()) ?? []).filter((call) =>
      call.prompt.includes(holding),
    );
    return {
      image: calls.filter(({ kind }) => kind === "image"),
      prompt: calls.filter(({ kind }) => kind === "prompt"),
    };
  }

  /** Repeats a request until its response satisfies, for at most `timeoutMs`; returns the last response. */
  async until(
    ask: () => Promise<RecordedResponse>,
    satisfies: (response: RecordedResponse) => boolean,
    timeoutMs = 70_000,
  ): Promise<RecordedResponse> {
    const ends = Date.now() + timeoutMs;
    for (;;) {
      const response = await ask();
      if (satisfies(response) || Date.now() > ends) return response;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
