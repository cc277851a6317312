import { describe, expect, it } from "vitest";
import { createPromptWriter } from "../../src/demo/writer/createPromptWriter.js";
import { writePrompt } from "../../src/demo/writer/writePrompt.js";

const auto = (variables: unknown) => writePrompt({ mode: "auto", instructions: "", variables });
const ai = (instructions: string, variables: unknown = {}) =>
  writePrompt({ mode: "prompt_ai", instructions, variables });

const product = {
  id: "prod_1",
  output: {
    currentItem: {
      name: "Lamp No. 4",
      description: "A slim brass desk lamp",
      color: "brass",
      price: 120,
      url: "https://shop.example/4",
    },
    currentIndex: 0,
    total: 3,
  },
};
const agent = { output: { structured: { subject: "a red fox under a full moon", mood: "calm" } } };

describe("writePrompt in auto", () => {
  it("says the subject and its mood", () => {
    expect(auto({ trigger: { output: { style: "noir", email: "a@b.example" } }, agent })).toBe(
      "A red fox under a full moon, with calm lighting.",
    );
  });

  it("leaves out ids, links, prices and counters", () => {
    expect(auto({ product })).toBe("Lamp No. 4, a slim brass desk lamp.");
  });

  it("asks for an infographic where there is only a figure", () => {
    expect(auto({ agent: { output: { structured: { key_metric: "revenue up 24%" } } } })).toBe(
      "A business infographic showing revenue up 24%.",
    );
  });

  it("asks for a featured image where there is an article", () => {
    expect(
      auto({ trigger: { output: { topic: "remote work", title: "How to set up a home office" } } }),
    ).toContain("article on remote work");
  });

  it.each([
    [{}],
    [null],
    [undefined],
    [{ a: { output: { id: "123", url: "https://x.example", n: 3, at: "2026-01-01T00:00:00Z" } } }],
  ])("writes nothing from %j", (variables) => {
    expect(auto(variables)).toBe("");
  });

  it.each([
    [{ trigger: { output: { style: "noir" } } }, "A noir scene."],
    [{ trigger: { output: { style: "Art déco", id: "1" } } }, "An art déco scene."],
    [{ trigger: { output: { style: "noir", subject: "a lamp" } } }, "A lamp."],
    [{ trigger: { output: { style: "noir", growth: 12 } } }, "A business infographic showing growth 12."],
    [{ trigger: { output: { style: "https://x.example/a" } } }, ""],
  ])("makes a scene of %j, where a look is all there is", (variables, written) => {
    expect(auto(variables)).toBe(written);
  });

  it("stays within 300 characters and one line", () => {
    const long = {
      a: {
        output: {
          name: "A thing",
          description: "very ".repeat(400),
          mood: "calm\n\n".repeat(50),
          setting: "far away ".repeat(90),
          topic: "t ".repeat(300),
        },
      },
    };
    const text = auto(long);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).not.toMatch(/\n/);
  });

  it("survives cycles and deep values", () => {
    const cycle: Record<string, unknown> = { name: "a blue bird" };
    cycle["self"] = cycle;
    expect(auto(cycle)).toContain("blue bird");
  });
});

describe("writePrompt along an instruction", () => {
  it("speaks of the thing that the instruction names", () => {
    expect(ai("Describe the product in one vivid sentence, mention its colour", { agent, product })).toBe(
      "Lamp No. 4, a slim brass desk lamp.",
    );
  });

  it("adds the colour that was asked for where nothing else says it", () => {
    expect(
      ai("Describe the product, mention its colour", {
        product: { output: { name: "Desk lamp", color: "Green" } },
      }),
    ).toBe("A desk lamp, in green.");
  });

  it("takes what the instruction itself asks for", () => {
    expect(ai("Draw two cats on a beach at sunset")).toBe("Two cats on a beach at sunset.");
    expect(ai("Write a prompt for Lamp No. 4, a slim brass desk lamp")).toBe(
      "Lamp No. 4, a slim brass desk lamp.",
    );
  });

  it("drops style words: the style is chosen elsewhere", () => {
    expect(ai("Draw a fox in watercolor style")).toBe("A fox.");
  });

  it("writes nothing where there is nothing to write about", () => {
    expect(ai("Describe the picture")).toBe("");
    expect(ai("")).toBe("");
  });
});

describe("createPromptWriter", () => {
  it("stops with the signal's reason", async () => {
    const reason = new Error("stop");
    await expect(
      createPromptWriter().write({
        mode: "auto",
        instructions: "",
        template: "",
        values: {},
        variables: { agent },
        aspectRatio: "square",
        style: "auto",
        scope: "w",
        context: {},
        signal: AbortSignal.abort(reason),
      }),
    ).rejects.toBe(reason);
  });
});
