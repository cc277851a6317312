import type { Stages } from "../../contract/index.js";
import { providerOf } from "../models/loadModels.js";
import { isCustomImageModel, isCustomPromptModel } from "../models/ModelEntry.js";
import type { ImageModelEntry, PromptModelEntry } from "../models/ModelEntry.js";
import { readField } from "../models/providers/readField.js";
import type { Telemetry } from "./Telemetry.js";
import { NO_SPAN, SPAN_KIND } from "./TraceSpan.js";
import type { TraceSpan } from "./TraceSpan.js";

/** Model that is called. */
export type CalledModel =
  | { readonly operation: "generate_content"; readonly id: string; readonly entry: ImageModelEntry }
  | { readonly operation: "chat"; readonly id: string; readonly entry: PromptModelEntry };

/** Begins the span of a call of a model, which is timed with it. */
export function beginModel(telemetry: Telemetry | null, parent: TraceSpan, called: CalledModel): TraceSpan {
  if (!telemetry) return NO_SPAN;
  const { operation } = called;
  const attributes = {
    "gen_ai.operation.name": operation,
    "gen_ai.provider.name": providerName(called),
    "gen_ai.request.model": modelName(called),
  };
  return parent.begin(`${operation} ${attributes["gen_ai.request.model"]}`, {
    kind: isCustom(called) ? SPAN_KIND.internal : SPAN_KIND.client,
    attributes: { ...attributes, "gen_ai.output.type": operation === "chat" ? "text" : "image" },
    onEnd: (seconds, failure) =>
      telemetry.meters.called(seconds, { ...attributes, "error.type": failure?.type }),
  });
}

/** Notes the tokens that a call of the AI SDK took, where its provider counts them. */
export function noteUsage(span: TraceSpan, usage: unknown): void {
  if (span === NO_SPAN) return;
  const count = (name: string) => {
    const value = readField(usage, name);
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  span.set({
    "gen_ai.usage.input_tokens": count("inputTokens"),
    "gen_ai.usage.output_tokens": count("outputTokens"),
  });
}

/** Texts of a prompt, where the host wants them in its traces. */
export function noteContent(telemetry: Telemetry | null, span: TraceSpan, texts: Partial<Stages>): void {
  if (!telemetry?.recordContent) return;
  for (const name of ["template", "resolved", "written", "sent"] as const) {
    span.set({ [`image_node.prompt.${name}`]: texts[name] ?? undefined });
  }
}

function isCustom(called: CalledModel): boolean {
  return called.operation === "chat"
    ? isCustomPromptModel(called.entry.model)
    : isCustomImageModel(called.entry.model);
}

/** Names the model as its provider does; an object of the host's by the id of its entry. */
function modelName({ id, entry: { model } }: CalledModel): string {
  if (typeof model === "string") return model;
  const own = readField(model, "modelId");
  return typeof own === "string" ? own : id;
}

/** Names of providers that the conventions spell in their own way. */
const PROVIDER_NAMES: readonly (readonly [beginning: string, name: string])[] = [
  ["azure", "azure.ai.openai"],
  ["amazon-bedrock", "aws.bedrock"],
  ["bedrock", "aws.bedrock"],
  ["google.vertex", "gcp.vertex_ai"],
  ["google", "gcp.gemini"],
  ["xai", "x_ai"],
  ["mistral", "mistral_ai"],
];

function providerName({ id, entry }: CalledModel): string {
  const own = readField(entry.model, "provider");
  const name = typeof own === "string" ? own : providerOf(id, entry);
  const known = PROVIDER_NAMES.find(([beginning]) => name === beginning || name.startsWith(`${beginning}.`));
  return known?.[1] ?? name.split(".")[0] ?? name;
}
