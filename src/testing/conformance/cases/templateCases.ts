import { defineCase } from "../defineCase.js";
import { expectEqual } from "../expectThat.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { preview } from "./preview.js";

const TEMPLATE = "The template language";

const values = {
  text: "noir",
  yes: true,
  one: 1.0,
  tiny: 1e-7,
  huge: 1e21,
  minusZero: -0,
  list: [1, "two", null],
  object: { b: 1, a: { d: "é", c: [true] } },
  braces: "{{conformance.output.text}}",
  "odd key": "odd",
};

const resolutions: readonly [what: string, template: string, resolved: string, rule: string][] = [
  ["a string", "A {{conformance.output.text}} cat", "A noir cat", "string, boolean: as text"],
  ["a boolean", "{{conformance.output.yes}}", "true", "string, boolean: as text"],
  [
    "whole numbers",
    "{{conformance.output.one}}|{{conformance.output.minusZero}}",
    "1|0",
    "number: RFC 8785 JSON",
  ],
  [
    "small and large numbers",
    "{{conformance.output.tiny}}|{{conformance.output.huge}}",
    "1e-7|1e+21",
    "number: RFC 8785 JSON",
  ],
  ["a list", "{{conformance.output.list}}", '[1,"two",null]', "array: RFC 8785 JSON"],
  [
    "an object with its keys in order",
    "{{conformance.output.object}}",
    '{"a":{"c":[true],"d":"é"},"b":1}',
    "object: RFC 8785 JSON",
  ],
  [
    "elements and odd keys",
    '{{conformance.output.list[1]}} {{conformance.output["odd key"]}}',
    "two odd",
    '[0], ["any key"]',
  ],
  [
    "whatever space is in the braces",
    "{{  conformance.output.text\t}}",
    "noir",
    "spaces inside the braces do not matter",
  ],
  [
    "a value with braces literally",
    "{{conformance.output.braces}}",
    "{{conformance.output.text}}",
    "a value that itself holds {{…}} stays literal: one pass",
  ],
  [
    "escaped braces literally",
    "\\{{conformance.output.text}}",
    "{{conformance.output.text}}",
    "\\{{ is a literal {{",
  ],
  [
    "an optional part that is absent",
    "A{{conformance.output?.absent}} cat",
    "A cat",
    "?. before any part that may be absent: empty text",
  ],
  [
    "a default",
    'A {{conformance.output.absent ?? "watercolor"}} cat',
    "A watercolor cat",
    "optional default",
  ],
  [
    "emoji, right-to-left and combining text",
    "🦊 {{conformance.output.text}} שלום e\u0301",
    "🦊 noir שלום e\u0301",
    "text is kept as it is",
  ],
];

/** Cases of the template language: values in a prompt. */
export const templateCases: readonly ConformanceCase[] = resolutions.map(([what, template, resolved, rule]) =>
  defineCase({
    name: `a template fills in ${what}`,
    clause: `${TEMPLATE}: ${rule}`,
    level: "L1",
    needs: ["prompts", "image_model", "server_templates"],
    async run(client) {
      const request = client.request(
        { prompt: { template } },
        { variables: { conformance: { output: values } } },
      );
      expectEqual((await preview(client, request)).stages.resolved, resolved, "stages.resolved");
    },
  }),
);
