import { createVariableIndex, diagnoseTokens, scanTokens, limitDiagnostics } from "../template/index.js";
import type { Diagnostic, DiagnosticCode, LanguageReader, VariableSource } from "../template/index.js";
import type { Catalog } from "./catalogSchema.js";
import type { ConfigDiagnostic, ConfigDiagnosticCode } from "./ConfigDiagnostic.js";
import { findImageModel } from "./findImageModel.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";

/** Options of {@link validateConfigFields}; each check runs only where its data is given. */
export interface ConfigFieldsOptions {
  /** Catalog of the back end; without it, models and styles are not judged. */
  catalog?: Catalog | undefined;
  /** Variables of earlier nodes; without them, references are not judged. */
  variables?: readonly VariableSource[] | undefined;
  /** Language of the texts. @default doubleBraceLanguage */
  language?: LanguageReader | undefined;
}

/** Finds what `validateImageNodeConfig` does, except what is wrong with the settings of the image model: for pages that load those apart. */
export function validateConfigFields(
  config: unknown,
  options: ConfigFieldsOptions = {},
): readonly ConfigDiagnostic[] {
  const checked = imageNodeConfigSchema.safeParse(config);
  const found = (checked.error?.issues ?? []).map((issue) =>
    say(
      "invalid_value",
      "error",
      `#${issue.path.map((key) => `/${String(key)}`).join("")}`,
      `${issue.path.map(String).join(".") || "The configuration"} has a value that the contract does not allow.`,
      { issue: issue.code },
    ),
  );
  if (typeof config !== "object" || config === null || Array.isArray(config)) return found;
  const draft = config as Partial<ImageNodeConfig>;
  return [
    ...found,
    ...checkPrompt(draft, options),
    ...(options.catalog ? checkCatalog(draft, options.catalog) : []),
  ];
}

function say(
  code: ConfigDiagnosticCode,
  severity: Diagnostic["severity"],
  pointer: string,
  message: string,
  params?: Record<string, unknown>,
): ConfigDiagnostic {
  return { code, severity, pointer, message, range: { start: 0, end: 0 }, ...(params && { params }) };
}

function checkPrompt(config: Partial<ImageNodeConfig>, options: ConfigFieldsOptions): ConfigDiagnostic[] {
  const mode = config.prompt?.mode;
  if (mode === "auto") {
    return options.variables?.length === 0
      ? [
          say(
            "no_upstream",
            "error",
            "#/prompt/mode",
            "Auto writes the prompt from earlier nodes, and there are none before this one.",
          ),
        ]
      : [];
  }
  const key = mode === "prompt_ai" ? "instructions" : "template";
  const text = config.prompt?.[key];
  if (typeof text !== "string") return [];
  const pointer = `#/prompt/${key}`;
  if (text.trim() === "") return [say("empty_prompt", "error", pointer, "The prompt is empty.")];
  const { language } = options;
  const index = createVariableIndex(options.variables ?? []);
  const model = options.catalog && findImageModel(config, options.catalog);
  const maxLength = key === "template" && isFinal(text, language) ? model?.maxPromptLength : undefined;
  const checksVariables = options.variables !== undefined;
  const found = diagnoseTokens(text, index, { maxLength, language }).filter(
    (diagnostic) => checksVariables || !VARIABLE_CODES.has(diagnostic.code),
  );
  return limitDiagnostics(found).map((diagnostic) => ({ ...diagnostic, pointer }));
}

/** Tells whether a text is sent as it stands, so that its length is the length of the prompt. */
function isFinal(text: string, language: LanguageReader | undefined): boolean {
  if (!language) return !text.includes("{{");
  return scanTokens(text, language).length === 0 && (!language.escape || language.escape(text) === text);
}

const VARIABLE_CODES: ReadonlySet<DiagnosticCode> = new Set([
  "unknown_variable",
  "late_variable",
  "missing_variable",
  "object_in_text",
  "empty_value",
]);

function checkCatalog(config: Partial<ImageNodeConfig>, catalog: Catalog): ConfigDiagnostic[] {
  const found: ConfigDiagnostic[] = [];
  const mode = config.prompt?.mode;
  const model = findImageModel(config, catalog);
  if (catalog.imageModels.length === 0) {
    found.push(say("no_image_model", "error", "#/imageModel", "This workspace has no image model."));
  } else if (!model) {
    found.push(unavailable("#/imageModel", config.imageModel));
  } else {
    if (model.deprecated) found.push(deprecated("#/imageModel", model.label));
    found.push(...checkRatio(config, model));
  }
  if (mode && !catalog.modes.includes(mode)) {
    found.push(
      say("mode_unavailable", "error", "#/prompt/mode", `The back end does not offer the mode "${mode}".`, {
        mode,
      }),
    );
  }
  if (mode === "prompt_ai" || mode === "auto") {
    const id = config.promptModel ?? catalog.defaults.promptModel ?? catalog.promptModels[0]?.id;
    const writer = catalog.promptModels.find((candidate) => candidate.id === id);
    if (catalog.promptModels.length === 0) {
      found.push(say("no_prompt_model", "error", "#/promptModel", "This workspace has no prompt model."));
    } else if (!writer) found.push(unavailable("#/promptModel", id));
    else if (writer.deprecated) found.push(deprecated("#/promptModel", writer.label));
  }
  if (typeof config.style === "string" && !catalog.styles.some((style) => style.id === config.style)) {
    found.push(
      say("style_unavailable", "error", "#/style", `The style "${config.style}" is not offered here.`, {
        style: config.style,
      }),
    );
  }
  return found;
}

function checkRatio(
  config: Partial<ImageNodeConfig>,
  model: Catalog["imageModels"][number],
): ConfigDiagnostic[] {
  const ratio = config.aspectRatio;
  const support = ratio && model.aspectRatios[ratio];
  if (!support || support.fit === "exact") return [];
  const params = {
    model: model.label,
    ratio,
    width: support.width,
    height: support.height,
    reasonCode: support.reasonCode,
  };
  return support.fit === "crop"
    ? [
        say(
          "ratio_cropped",
          "warning",
          "#/aspectRatio",
          `${model.label} has no exact ${ratio}; the picture is cropped.`,
          params,
        ),
      ]
    : [
        say(
          "ratio_unsupported",
          "error",
          "#/aspectRatio",
          `${model.label} can't make ${ratio} pictures.`,
          params,
        ),
      ];
}

function unavailable(pointer: string, id: unknown): ConfigDiagnostic {
  return say("model_unavailable", "error", pointer, `The model "${String(id)}" is not offered here.`, {
    model: id,
  });
}

function deprecated(pointer: string, label: string): ConfigDiagnostic {
  return say("model_deprecated", "warning", pointer, `${label} is going to be retired.`, { model: label });
}
