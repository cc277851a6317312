import type { Stages, Usage, Warning } from "../../contract/index.js";
import { askPromptModel } from "./askPromptModel.js";
import { cutText } from "./cutText.js";
import { looksLikeRefusal } from "./looksLikeRefusal.js";
import { isCustomPromptModel } from "../models/ModelEntry.js";
import type { PromptModelEntry, WritePromptRequest } from "../models/ModelEntry.js";
import { MAX_PROMPT_LENGTH, countCodePoints } from "./prepareGeneration.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import { readWrittenPrompt } from "./readWrittenPrompt.js";
import { shortenVariables } from "./shortenVariables.js";
import type { ShortenedVariables } from "./shortenVariables.js";
import { styleWords, toSentPrompt } from "../models/styleWords.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";
import { usageItem } from "./usageItem.js";

/** Prompt for the image model, and its steps. */
export interface PromptStageResult {
  /** Without the words of the style. */
  readonly prompt: string;
  readonly stages: Stages;
  readonly usage: Usage;
  readonly warnings: readonly Warning[];
}

/** Makes the prompt: resolved in "manual", written by the prompt model otherwise. */
export async function runPromptStage(
  prepared: PreparedGeneration,
  signal: AbortSignal,
  trace: TraceSpan = NO_SPAN,
): Promise<PromptStageResult> {
  const { mode, resolved, written, promptModel } = prepared;
  if (mode === "manual") return finish(prepared, resolved ?? "", null, []);
  if (written !== null || !promptModel) return finish(prepared, written ?? "", written, []);
  const data = shortenVariables(prepared.variables, VARIABLES_BUDGET);
  const filled = shortenVariables(prepared.values, VARIABLES_BUDGET);
  const given = { ...prepared, variables: data.value, values: filled.value as PreparedGeneration["values"] };
  const answer: unknown = await write(given, promptModel.entry, signal, trace);
  const text = typeof answer === "string" ? answer.trim() : "";
  // A refusal that is only prose is shown to whoever asked: another model or other words may help.
  if (!text || looksLikeRefusal(text))
    throw createProblem("prompt_failed", { stages: stagesOf(prepared, cutText(text, MAX_SHOWN) || null) });
  const prompt = shorten(text, prepared);
  const warnings = [
    ...dataWarnings(data),
    ...dataWarnings(filled),
    ...(prompt === text ? [] : [PROMPT_SHORTENED]),
  ];
  return finish(
    prepared,
    prompt,
    prompt,
    [usageItem("prompt", promptModel.id, promptModel.entry.price)],
    warnings,
  );
}

/** Characters of JSON that a writer is given of the outputs before it: some 6,000 tokens. */
const VARIABLES_BUDGET = 24_000;

const PROMPT_SHORTENED: Warning = {
  code: "prompt_shortened",
  message: "The written prompt was longer than the model takes and was shortened.",
};

/** Most characters of a refusal that are shown; a prompt that is drawn is kept whole, since a retry sends it again. */
const MAX_SHOWN = 32_000;

function dataWarnings({ from, shortened }: ShortenedVariables): Warning[] {
  if (shortened.length === 0) return [];
  return [
    {
      code: "variables_shortened",
      params: { from, to: VARIABLES_BUDGET, sources: shortened },
      message: `The outputs of earlier nodes have ${from} characters; the prompt model got about ${VARIABLES_BUDGET} of them.`,
    },
  ];
}

function finish(
  prepared: PreparedGeneration,
  prompt: string,
  written: string | null,
  items: Usage["items"],
  warnings: readonly Warning[] = [],
): PromptStageResult {
  const sent = toSentPrompt(prompt, prepared.style);
  return { prompt, stages: { ...stagesOf(prepared, written), sent }, usage: { items }, warnings };
}

function stagesOf({ template, resolved, promptModel }: PreparedGeneration, written: string | null): Stages {
  const guidance = promptModel?.entry.guidance?.trim();
  const ruled = guidance ? { guidance } : {};
  return {
    template,
    resolved,
    written,
    sent: null,
    revised: null,
    ...ruled,
  };
}

async function write(
  prepared: PreparedGeneration,
  entry: PromptModelEntry,
  signal: AbortSignal,
  trace: TraceSpan,
): Promise<string> {
  const { mode, template, resolved, values, variables, aspectRatio, style, scope, context } = prepared;
  const request: WritePromptRequest = {
    mode: mode === "auto" ? "auto" : "prompt_ai",
    instructions: shortenText(resolved ?? ""),
    template: shortenText(template?.trim() ? template : (resolved ?? "")),
    values: mode === "auto" ? {} : values,
    variables,
    aspectRatio,
    style: style.id,
    scope,
    context,
    signal,
  };
  const { model } = entry;
  if (isCustomPromptModel(model)) return model.write(request);
  return readWrittenPrompt(await askPromptModel({ ...entry, model }, request, styleWords(style), trace));
}

const shortenText = (text: string) => String(shortenVariables(text, VARIABLES_BUDGET).value);

/** Cuts a written prompt at a space so that it fits the image model together with the words of its style. */
function shorten(text: string, { imageModel, style }: PreparedGeneration): string {
  const max = imageModel.maxPromptLength ?? MAX_PROMPT_LENGTH;
  const room = max - countCodePoints(toSentPrompt("", style));
  if (countCodePoints(text) <= room) return text;
  const cut = Array.from(text).slice(0, Math.max(1, room)).join("");
  const space = cut.lastIndexOf(" ");
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
}
