import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One call of the image model. */
export interface CountedCall {
  readonly prompt: string;
  /** The process that called. */
  readonly pid: number;
  /** Widths of the pictures that the model got. */
  readonly widths: readonly number[];
}

/**
 * Counts what the image models of all processes were asked, so that no process takes its count to the grave.
 *
 * @param callMs milliseconds that a call takes
 */
export async function startCounter(
  onCall: (call: CountedCall, calls: readonly CountedCall[]) => void,
  callMs = 40,
) {
  const calls: CountedCall[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    request.on("end", () => {
      const call = JSON.parse(text) as CountedCall;
      calls.push(call);
      onCall(call, calls);
      setTimeout(() => response.end("drawn"), callMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
