import { imageNodeConfigSchema } from "../../../contract/index.js";
import type { ConfigDiagnostic, ImageNodeConfig } from "../../../contract/index.js";

/** Faults that only the run can judge: a sample may lack what the real data has, and an index may be cut. */
const LEFT_TO_THE_RUN = new Set(["unknown_variable", "late_variable", "missing_variable", "object_in_text"]);

/**
 * Creates the contract's schema plus what Generate also needs. The words come with the issue, so that nobody has to
 * configure zod.
 */
export function createFormSchema(
  validate: (config: ImageNodeConfig) => readonly ConfigDiagnostic[],
  toWords: (diagnostic: ConfigDiagnostic) => string,
) {
  return imageNodeConfigSchema.check((payload) => {
    for (const diagnostic of validate(payload.value)) {
      if (diagnostic.severity !== "error" || LEFT_TO_THE_RUN.has(diagnostic.code)) continue;
      if (diagnostic.code === "invalid_value") continue;
      payload.issues.push({
        code: "custom",
        input: payload.value,
        path: diagnostic.pointer.replace(/^#?\//, "").split("/"),
        message: toWords(diagnostic),
        continue: true,
      });
    }
  });
}
