import { describe, expect, it } from "vitest";
import { resolveTemplate } from "image-generation-node/template";
import type { DiagnosticCode, Severity } from "image-generation-node/template";
import templateCases from "../../template-cases.json" with { type: "json" };

interface TemplateCase {
  name: string;
  text: string;
  variables: unknown;
  result: string;
  diagnostics: { code: DiagnosticCode; severity: Severity; path?: string }[];
}

const cases = templateCases as readonly TemplateCase[];

describe("template-cases.json", () => {
  it("holds at least 120 cases with different names", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it("covers every diagnostic that resolving can give", () => {
    const codes = new Set(cases.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      "empty_braces",
      "empty_value",
      "missing_variable",
      "object_in_text",
      "unclosed_braces",
      "unsupported_expression",
    ]);
  });

  it.each(cases)("$name", ({ text, variables, result, diagnostics }) => {
    const resolved = resolveTemplate(text, variables);
    expect(resolved.text).toBe(result);
    expect(
      resolved.diagnostics.map(({ code, severity, path }) => ({
        code,
        severity,
        ...(path !== undefined && { path }),
      })),
    ).toEqual(diagnostics);
  });
});
