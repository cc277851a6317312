import type { Generation, GenerationRequest } from "../../contract/index.js";
import { createGenerationFixture } from "../fixtures/generationFixture.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import type { ScriptedAttachments } from "./createScriptedAttachments.js";
import { createScriptedRun } from "./createScriptedRun.js";
import type { Run } from "./createScriptedRun.js";
import { eventStreamResponse, wantsStream } from "./eventStreamResponse.js";
import { jsonResponse, problemResponse } from "./jsonResponse.js";
import { judgeReferences } from "./judgeReferences.js";
import type { JudgedReferences } from "./judgeReferences.js";
import { catalogOf, judgeSettings } from "./judgeSettings.js";
import type { JudgedSettings } from "./judgeSettings.js";
import { planProblem, planRefusal, planRun } from "./planRun.js";
import { readGenerationRequest, resolvePrompt } from "./readGenerationRequest.js";
import { respondAgain, respondFirst } from "./respondFirst.js";
import type { Script, ScriptedRun } from "./Script.js";

/** Runs of a scripted back end, by id and by key. */
export interface ScriptedRuns {
  /** Answers `POST /generations`. */
  generate(request: Request, text: string, baseUrl: string): Promise<Response>;
  /** Answers `GET` and `DELETE /generations/{id}`. */
  answer(id: string, request: Request): Response;
  /** Plans the next run as the first one again. */
  restart(): void;
}

interface Start {
  readonly key: string;
  readonly text: string;
  readonly baseUrl: string;
  readonly prompt: string;
  readonly request: GenerationRequest;
  readonly judged: JudgedSettings;
  readonly pictures: JudgedReferences;
}

/** Creates the runs. The script is read at each request, so that a test may change it. */
export function createScriptedRuns(script: () => Script, attachments: ScriptedAttachments): ScriptedRuns {
  const runs = new Map<string, Run>();
  const keys = new Map<string, Run>();
  let started = 0;

  const start = (plan: ScriptedRun, { key, text, baseUrl, prompt, request, ...judgements }: Start): Run => {
    const id = `gen_${started}`;
    const attachmentId = `att_${started}`;
    const digits = String(1_795_944_719_000 + started);
    const { aspectRatio } = request.config;
    const { settings, usage } = judgements.judged;
    const { references } = judgements.pictures;
    const warnings = [...judgements.judged.warnings, ...judgements.pictures.warnings];
    attachments.add(attachmentId, aspectRatio, settings.seed);
    const createGeneration = (): Generation => {
      const link = attachments.link(attachmentId, baseUrl);
      const generation = createGenerationFixture({
        ...{ id, attachmentId, aspectRatio, digits, prompt, ...link },
        settings,
      });
      return {
        ...generation,
        warnings,
        ...(usage && { usage }),
        ...(references.length > 0 && { references: [...references] }),
        ...plan.generation,
      };
    };
    const { stageMs = 0, delay = wait } = script();
    const run = createScriptedRun({
      id,
      text,
      plan,
      stageMs,
      delay,
      createGeneration,
      createProblem: (kind) => planProblem(plan, kind),
      onFreed: () => keys.delete(key),
    });
    runs.set(id, run);
    keys.set(key, run);
    return run;
  };

  return {
    async generate(request, text, baseUrl) {
      const key = request.headers.get("Idempotency-Key")?.replace(/^"(.*)"$/, "$1");
      if (!key) return problemResponse(createProblem("idempotency_key_missing"));
      const known = keys.get(key);
      if (known && known.text !== text) return problemResponse(createProblem("idempotency_mismatch"));
      const catalog = catalogOf(script());
      if (known) return respondAgain(known, request, catalog.features);
      const body = readGenerationRequest(text);
      if ("problem" in body) return problemResponse(body.problem);
      const judged = judgeSettings(body.request.config, catalog);
      if ("kind" in judged) return problemResponse(judged);
      const pictures = judgeReferences(body.request, catalog, attachments);
      if ("kind" in pictures) return problemResponse(pictures);
      const plan = planRun(script(), started, request);
      const refusal = planRefusal(plan);
      const prompt = resolvePrompt(body.request, catalog);
      started += 1;
      if (refusal) return plan.respond?.(request) ?? problemResponse(refusal);
      if (typeof prompt !== "string") return problemResponse(prompt);
      const run = start(plan, { key, text, baseUrl, prompt, request: body.request, judged, pictures });
      return respondFirst(run, request, catalog.features);
    },
    answer(id, request) {
      const run = runs.get(id);
      if (!run) return problemResponse(createProblem("not_found"));
      if (request.method === "DELETE") run.cancel();
      if (request.method === "GET" && wantsStream(request))
        return eventStreamResponse((sink) => run.subscribe(sink));
      return jsonResponse(run.status());
    },
    restart() {
      started = 0;
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
