export type Handler = (request: Request) => Promise<Response>;
export type Json = Record<string, unknown>;

/** Changes answers on their way out. */
export const answers =
  (change: (response: Response, request: Request) => Response | Promise<Response>) =>
  () =>
  (good: Handler) =>
  async (request: Request) =>
    change(await good(request.clone()), request);

/** Changes a header of the answers, or takes it away. */
export const header = (name: string, value: string | null) =>
  answers((response) => {
    const headers = new Headers(response.headers);
    headers.delete(name);
    if (value !== null) headers.set(name, value);
    return new Response(response.body, { status: response.status, headers });
  });

/** Changes JSON bodies on their way out. */
export const json = (change: (body: Json, request: Request) => Json) =>
  answers(async (response, request) => {
    if (!/json/.test(response.headers.get("Content-Type") ?? "")) return response;
    const body = JSON.stringify(change((await response.json()) as Json, request));
    return new Response(body, { status: response.status, headers: response.headers });
  });

/** Changes requests on their way in. */
export const requests =
  (change: (request: Request) => Request | Promise<Request>) =>
  () =>
  (good: Handler) =>
  async (request: Request) =>
    good(await change(request));

export const withHeader = (request: Request, name: string, value: string | null) => {
  const headers = new Headers(request.headers);
  headers.delete(name);
  if (value !== null) headers.set(name, value);
  return new Request(request, { headers });
};

/** Changes the text of bodies on their way in. */
export const bodies = (change: (text: string) => string) =>
  requests(async (request) => {
    if (request.method !== "POST" || !request.body) return request;
    const { url, method, headers } = request;
    return new Request(url, { method, headers, body: change(await request.text()) });
  });

export const streams = (change: (text: string) => string) =>
  answers(async (response) => {
    if (!/event-stream/.test(response.headers.get("Content-Type") ?? "")) return response;
    return new Response(change(await response.text()), { headers: response.headers });
  });

export const inOutput = (change: (output: Json) => Json) => (body: Json) =>
  body.output ? { ...body, output: change(body.output as Json) } : body;
