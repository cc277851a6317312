import type { GenerationRequest } from "image-generation-node/contract";
import { json, problem, startFaultServer } from "./faultServer.js";
import type { Responder, SeenRequest } from "./faultServer.js";
import { createSampleGeneration } from "./samples.js";

/** Number of the image, of several, that a request asks for. */
export const numberOf = ({ body }: SeenRequest) => (JSON.parse(body) as GenerationRequest).context?.variation;

/** Back end that knows its keys: the same key is charged once, and is answered the same. */
export async function startProvider(answers: Partial<Record<number, Responder[]>> = {}) {
  const server = await startFaultServer();
  const charged = new Map<string, ReturnType<typeof createSampleGeneration>>();
  server.answer((response, request) => {
    if (request.method !== "POST") {
      problem(404, { kind: "not_found" })(response, request);
      return;
    }
    const key = request.key ?? "";
    const number = numberOf(request) ?? 0;
    const planned = charged.has(key) ? undefined : answers[number]?.shift();
    if (planned) {
      planned(response, request);
      return;
    }
    if (!charged.has(key)) charged.set(key, createSampleGeneration(`gen_${number}_${charged.size}`));
    json(200, charged.get(key))(response, request);
  });
  return { server, charged };
}
