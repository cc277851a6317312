import { Unmet } from "./expectThat.js";
import { ConformanceClient } from "./ConformanceClient.js";
import { NotApplicable } from "./ConformanceCase.js";
import type { ConformanceCase, ConformanceLevel, ConformanceNeed } from "./ConformanceCase.js";

/** Definition of a case. */
export interface CaseDefinition {
  name: string;
  clause: string;
  /** @default "L0" */
  level?: ConformanceLevel;
  /** @default false */
  billable?: boolean;
  needs?: readonly ConformanceNeed[];
  /** @default 90000 */
  timeoutMs?: number;
  run(client: ConformanceClient): Promise<void>;
}

/** Creates a case whose failure names its clause. */
export function defineCase(definition: CaseDefinition): ConformanceCase {
  const { name, clause, level = "L0", billable = false, needs = [], timeoutMs = 90_000 } = definition;
  return {
    name,
    clause,
    level,
    billable,
    needs: billable && !needs.includes("image_model") ? [...needs, "image_model"] : needs,
    timeoutMs,
    async run(context) {
      try {
        const client = await ConformanceClient.create(context);
        const other = client.resolves ? "server_templates" : "client_templates";
        if (needs.includes(other))
          throw new NotApplicable("By the catalog, templates are not resolved there.");
        await definition.run(client);
      } catch (error) {
        if (error instanceof NotApplicable) throw error;
        const said = error instanceof Error ? error.message : String(error);
        const message = error instanceof Unmet ? said : `Expected a response; the request failed: ${said}.`;
        throw new Error(`${message} Clause: ${clause}`, { cause: error });
      }
    },
  };
}
