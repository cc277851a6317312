import { describe, expect, it } from "vitest";
import { prepareRequest } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { codeLanguage, createIdLanguage, dotLanguage } from "../contract/languages.js";

describe("prepareRequest", () => {
  const variables = {
    trigger: { output: { style: "noir", note: "long" } },
    agent: { output: { subject: "fox" } },
    crm: { output: { name: "Ann", phone: "123" } },
  };
  const sources = [
    { slug: "trigger", label: "Trigger" },
    { slug: "crm", label: "CRM", sensitive: true },
  ];

  it("sends in manual mode only what the template names", () => {
    const config = createImageNodeConfig({
      prompt: {
        template: "{{trigger.output.style}} {{crm.output.name}}",
        instructions: "{{agent.output.subject}}",
      },
    });
    const request = prepareRequest({ config, variables, sources });
    expect(request).toEqual({
      config,
      variables: { trigger: { output: { style: "noir" } }, crm: { output: { name: "Ann" } } },
    });
  });

  it("sends in Auto everything but sensitive nodes", () => {
    const config = createImageNodeConfig({ prompt: { mode: "auto", template: "{{crm.output.name}}" } });
    expect(prepareRequest({ config, variables, sources }).variables).toEqual({
      trigger: variables.trigger,
      agent: variables.agent,
    });
  });

  it("sends in Prompt AI of a sensitive node only what the instructions name", () => {
    const config = createImageNodeConfig({
      prompt: { mode: "prompt_ai", instructions: "For {{crm.output.name}}" },
    });
    expect(prepareRequest({ config, variables, sources }).variables).toEqual({
      trigger: variables.trigger,
      agent: variables.agent,
      crm: { output: { name: "Ann" } },
    });
  });

  it("passes on null, context and input, and adds nothing else", () => {
    const config = createImageNodeConfig();
    const context = { workflowRunId: "run_1" };
    const input = { written: "A fox" };
    expect(prepareRequest({ config, variables: null, context, input })).toEqual({
      config,
      variables: null,
      context,
      input,
    });
  });

  describe.each([
    [dotLanguage, "<crm.name> in {{API_KEY}} <gone.x>"],
    [createIdLanguage({ "17": "crm" }), "{{#17.name#}} in {{API_KEY}} {{#99.x#}}"],
    [codeLanguage, "{{ $('crm').item.json.name }} in {{ $('agent').first() }} {{ trigger.output.style }}"],
  ])("with the language of $name", (language, text) => {
    const outputs = { ...variables, crm: { name: "Ann", phone: "123" }, API_KEY: "secret" };

    it.each([undefined, { resolved: "Ann in secret" }])(
      "sends in manual what its tokens name, with input %j",
      (input) => {
        const config = createImageNodeConfig({
          prompt: { template: text, instructions: "{{trigger.output.style}}" },
        });
        expect(prepareRequest({ config, variables: outputs, sources, input, language })).toEqual({
          config,
          variables: { crm: { name: "Ann" } },
          ...(input && { input }),
        });
      },
    );

    it("sends in Prompt AI of a sensitive node only what its tokens name", () => {
      const config = createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: text } });
      expect(prepareRequest({ config, variables: outputs, sources, language }).variables).toEqual({
        trigger: variables.trigger,
        agent: variables.agent,
        API_KEY: "secret",
        crm: { name: "Ann" },
      });
    });

    it("sends nothing of a text in the package's language", () => {
      const config = createImageNodeConfig({ prompt: { template: "{{crm.name}} {{trigger.output.style}}" } });
      expect(prepareRequest({ config, variables: outputs, language }).variables).toEqual({});
    });
  });
});
