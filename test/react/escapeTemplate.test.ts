import fc from "fast-check";
import { resolveTemplate } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { escapeTemplate } from "../../src/react/preview/escapeTemplate.js";

describe("escapeTemplate", () => {
  it("makes a template that resolves to exactly the text", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "{{",
      "}}",
      "\\",
      "\\{{",
      "a",
      "{{ trigger.output.x }}",
      '"',
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join("");
        const { text: resolved, diagnostics } = resolveTemplate(escapeTemplate(text), {
          trigger: { output: { x: 1 } },
        });
        expect(resolved).toBe(text);
        expect(diagnostics).toEqual([]);
      }),
    );
  });
});
