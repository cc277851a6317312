/** Stands in every text of an error, so that a check can see whether it leaked. */
export const PROVIDER_SECRET = "sk-mock-provider-secret";

export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "x-request-id": `req_${crypto.randomUUID()}`, ...headers },
  });
}

/** An error in OpenAI's form. */
export function providerError(
  status: number,
  type: string,
  code: string | null,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const error = { message: `${message} (${PROVIDER_SECRET}).`, type, param: null, code };
  return jsonAnswer({ error }, status, headers);
}

/** Sends the beginning of an answer and loses the connection. */
export function cutAnswer(beginning: string): Response {
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

/** Reads the milliseconds of a marker such as `[[slow:3000]]`; without a number it is two seconds. */
export function readDelay(text: string, name: string): number | null {
  const found = new RegExp(`\\[\\[${name}(?::(\\d{1,6}))?\\]\\]`).exec(text);
  return found ? Number(found[1] ?? 2000) : null;
}

/** Waits, or stops waiting when the caller left. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    if (signal.aborted) go();
    else signal.addEventListener("abort", go, { once: true });
  });
}
