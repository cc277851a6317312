/** Secret in every error text, so that a check can see whether it leaked. */
export const PROVIDER_SECRET = "sk-mock-provider-secret";

/** Creates a JSON response. */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "x-request-id": `req_${crypto.randomUUID()}`, ...headers },
  });
}

/** Creates an error in OpenAI's format. */
export function providerError(
  status: number,
  type: string,
  code: string | null,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const error = { message: `${message} (${PROVIDER_SECRET}).`, type, param: null, code };
  return jsonResponse({ error }, status, headers);
}

/** Creates a response that sends its beginning and loses the connection. */
export function cutResponse(beginning: string): Response {
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) controller.enqueue(new TextEncoder().encode(beginning));
      else {
        await new Promise((resolve) => setTimeout(resolve, 50));
        controller.error(new Error("cut"));
      }
      sent = true;
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}
