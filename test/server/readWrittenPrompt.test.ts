import { describe, expect, it } from "vitest";
import { readWrittenPrompt } from "../../src/server/stages/readWrittenPrompt.js";

const FOX = "A red fox in the snow";
const json = (value: unknown) => JSON.stringify(value);

describe("readWrittenPrompt", () => {
  it.each([
    ["thoughts", `<think>A fox it is.</think>\n\n${FOX}`],
    ["thoughts of several kinds", `<reasoning>a</reasoning><scratchpad>b</scratchpad>${FOX}`],
    ["thoughts in capitals", `<THINKING>\nA fox.\n</THINKING>\n${FOX}`],
    ["thoughts in other brackets", `[THINK]a fox[/THINK] ${FOX}`],
    ["thoughts between triangles", `◁think▷a fox◁/think▷ ${FOX}`],
    ["thoughts that began before the answer", `A fox, then. Yes.\n</think>\n\n${FOX}`],
    ["thoughts that name their own tag", `<think>I close it by </think> later.</think>${FOX}`],
    ["thoughts within thoughts", `<think>a<think>b</think>c</think>${FOX}`],
    ["thoughts that never end", `${FOX}\n<think>But is it red`],
    ["thoughts before JSON", `<think>{"prompt": "no"}</think>{"prompt": ${json(FOX)}}`],
    ["thoughts inside of JSON", json({ prompt: `<think>hm</think>${FOX}` })],
    ["a fence", `\`\`\`\n${FOX}\n\`\`\``],
    ["a fence with a language", `\`\`\`text\n${FOX}\n\`\`\``],
    ["a fence on one line", `\`\`\`${FOX}\`\`\``],
    ["a fence that never ends", `\`\`\`text\n${FOX}`],
    ["a fence with words around it", `I thought of snow.\n\n\`\`\`\n${FOX}\n\`\`\`\nShall I change it?`],
    ["an announcement", `Here is the prompt: ${FOX}`],
    ["an announcement with what it is for", `Here's a prompt for the image model:\n\n${FOX}`],
    ["an announcement without a colon", `Here is your prompt\n\n${FOX}`],
    ["an announcement in bold", `**Here is the image prompt:**\n\n${FOX}`],
    ["an announcement of one's own", `From these outputs I suggest the following prompt:\n\n${FOX}`],
    ["an agreement", `Sure! ${FOX}`],
    ["an agreement on a line of its own", `Certainly.\n\n${FOX}`],
    ["an agreement and an announcement", `Sure! Here's one: ${FOX}`],
    ["an agreement, a sentence and an announcement", `Of course! I can do that. Here you go:\n\n${FOX}`],
    ["an announcement in German", `Gerne! Hier ist der Prompt: ${FOX}`],
    ["an announcement in Japanese", `以下がプロンプトです：\n${FOX}`],
    ["a label", `Prompt: ${FOX}`],
    ["a longer label", `Final image prompt: ${FOX}`],
    ["a label in bold", `**Prompt:** ${FOX}`],
    ["a label in bold before its colon", `**Prompt**: ${FOX}`],
    ["a label as a heading", `## Prompt\n\n${FOX}`],
    ["a label in Japanese", `プロンプト：${FOX}`],
    ["an announcement, a fence and a label", `Here is the prompt:\n\`\`\`\nPrompt: ${FOX}\n\`\`\``],
    ["quotation marks", `"${FOX}"`],
    ["single ones", `'${FOX}'`],
    ["curly ones", `“${FOX}”`],
    ["single curly ones", `‘${FOX}’`],
    ["German ones", `„${FOX}“`],
    ["French ones", `«${FOX}»`],
    ["French ones the other way round", `»${FOX}«`],
    ["Japanese ones", `「${FOX}」`],
    ["Japanese ones of two lines", `『${FOX}』`],
    ["the marks of code", `\`${FOX}\``],
    ["bold letters and quotation marks", `**"${FOX}"**`],
    ["an announcement and quotation marks", `Here is the prompt: "${FOX}"`],
    ["JSON", json({ prompt: FOX })],
    ["JSON with a line break behind a colon", `{ "prompt":\n  ${json(FOX)} }`],
    ["JSON with more members", json({ prompt: FOX, reason: "it fits" })],
    ["JSON with another name for its only member", json({ image_prompt: FOX })],
    ["JSON in a fence", `\`\`\`json\n{ "prompt": ${json(FOX)} }\n\`\`\``],
    ["JSON behind an announcement", `Here is the JSON:\n{ "prompt": ${json(FOX)} }`],
    ["JSON with words behind it", `{ "prompt": ${json(FOX)} }\n\nShall I change it?`],
    ["JSON with an announcement inside", json({ prompt: `Here is the prompt: ${FOX}` })],
    ["JSON that is a text", json(FOX)],
    ["spaces around it", ` \n${FOX}\n `],
  ])("leaves out %s", (_, answer) => expect(readWrittenPrompt(answer)).toBe(FOX));

  it("keeps a line break that JSON does not allow as a space", () => {
    expect(readWrittenPrompt('{"prompt": "A red fox\nin the snow"}')).toBe(FOX);
  });

  it("keeps JSON that has no prompt as the text that it is, without what is around it", () => {
    const scene = json({ scene: "a fox in the snow", camera: { lens: "50 mm" } });
    expect(readWrittenPrompt(`<think>hm</think>Here is the JSON:\n\`\`\`json\n${scene}\n\`\`\``)).toBe(scene);
  });

  it.each([
    ["nothing", " \n"],
    ["thoughts alone", "<think>A fox?</think>"],
    ["thoughts that never end", "<think>A fox, or rather a wolf. A fox"],
    ["thoughts that end without a prompt", "A fox, then.</think>"],
    ["JSON of nothing", '{"prompt": ""}'],
    ["JSON of null", '{"prompt": null}'],
    ["JSON without a member", "{}"],
    ["JSON that was cut", '{"prompt": "A red fox in the sn'],
    ["JSON that was cut in a fence", '```json\n{"prompt": "A red fox in the sn\n```'],
    ["thoughts inside of JSON that never end", '{"prompt": "<think>A fox'],
    ["thoughts alone in JSON", '{"prompt": "<think>A fox"}'],
  ])("is empty for %s", (_, answer) => expect(readWrittenPrompt(answer)).toBe(""));

  it.each([
    'A shop window with a sign that says "OPEN"',
    '"OPEN" in neon letters above a door that says "CLOSED"',
    "“OPEN” on one sign and “CLOSED” on the other, both marked “NEW”",
    "Here are two foxes: one red, one white",
    "Here is a fox in the snow: red, small and tired",
    "This is winter: a fox, a pine, and nothing else",
    "This island at dawn: fog over the water",
    "Below is the sea, above is the sky: two halves of blue",
    "Two foxes: one red, one white",
    "A poster with three lines:\nSnow\nIce\nFox",
    "Great white shark below a surfer",
    "OK written in sand, seen from above",
    "OK, said the fox, and ran",
    "Prompt service: a waiter runs with a tray",
    "A terminal with a blinking prompt: green letters on black",
    "The think tank at night, with a sign <think different>",
    "An equation, a < b > c, on a blackboard",
    "{{subject}} in the snow",
    "{a fox} in braces",
    json({ scene: "a fox in the snow", camera: { lens: "50 mm" } }),
    "Ein roter Fuchs im Schnee: müde, klein und wach",
    "Hier sitzt ein Fuchs: rot und müde",
    "Hier ist Winter: ein Fuchs im Schnee",
    "„Offen“ steht auf dem Schild, und „Zu“ auf der „Tür“",
    "雪の中の赤い狐：静かな朝",
    "「営業中」と書かれた看板と「準備中」",
    "A fox.\n\nA second paragraph about snow.",
    "**A fox** in the **snow**",
  ])("keeps %j as it is", (text) => expect(readWrittenPrompt(text)).toBe(text));
});
