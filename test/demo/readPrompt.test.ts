import { describe, expect, it } from "vitest";
import { readMetric } from "../../src/demo/prompt/readMetric.js";
import { stem } from "../../src/demo/prompt/stem.js";
import { read } from "./library.js";

const icons = (prompt: string) => read(prompt).subjects.map((subject) => subject.glyph.icon);

describe("readPrompt", () => {
  it.each([
    ["A noir illustration of a red fox under a full moon with calm lighting", ["fox"]],
    ["Two cats on a beach", ["cat-face"]],
    ["a hot air balloon over mountains", ["drawn:balloon"]],
    ["a slice of pizza and a glass of wine", ["pizza", "wine-glass"]],
    ["three penguins", ["penguin"]],
    ["a bouquet of roses in a vase", ["bouquet", "drawn:vase"]],
    ["A cup of coffee on a table", ["drawn:mug"]],
    ["foxes and butterflies", ["fox", "butterfly"]],
    ["five green apples and two oranges", ["green-apple", "tangerine"]],
    ["an orange on a table", ["tangerine"]],
    ["an orange cat", ["cat-face"]],
    ["a bowl of ramen with chopsticks", ["steaming-bowl", "chopsticks"]],
    ["a coffee cup", ["hot-beverage"]],
    ["an apple tree", ["deciduous-tree"]],
    ["a robot barista serving coffee", ["robot", "hot-beverage"]],
    ["a farmer with a dog", ["drawn:person", "dog-face"]],
    ["cats & dogs", ["cat-face", "dog-face"]],
    ["a city skyline with data streams", []],
    ["🐙🍕", ["octopus", "pizza"]],
    ["a 🌹 beside ☕️", ["rose", "hot-beverage"]],
  ])("finds what to draw in %j", (prompt, expected) => {
    expect(icons(prompt)).toEqual(expected);
  });

  it("prefers the longest match", () => {
    expect(icons("a hot dog")).toEqual(["hot-dog"]);
    expect(icons("a hot summer with a dog")).toEqual(["dog-face"]);
  });

  it.each([
    ["two cats", 2],
    ["a cat", 1],
    ["five owls", 5],
    ["cats", 3],
    ["chopsticks", 1],
    ["red sneakers", 2],
    ["a team of colleagues", 4],
    ["a couple at the sea", 2],
    ["a couple of cats", 2],
    ["a doctor and a nurse", 2],
  ])("counts %j", (prompt, expected) => {
    expect(read(prompt).subjects[0]?.count).toBe(expected);
  });

  it("gives a colour to the noun it stands before and to no other", () => {
    const [car, bird] = read("a red car and a blue bird").subjects;
    expect(car?.colour).toBe("#d92f2a");
    expect(bird?.colour).toBe("#2f6fd6");
    expect(read("a red car near a tree").subjects[1]?.colour).toBeUndefined();
  });

  it("does not take a place for what hides the one who is there", () => {
    expect(read("a farmer in a field of sunflowers").subjects[1]?.relation).toBeUndefined();
  });

  it("reads how two subjects stand to each other", () => {
    expect(read("a dog under a tree").subjects[1]?.relation).toBe("under");
    expect(read("an owl on a book").subjects[1]?.relation).toBe("on");
  });

  it.each([
    ["a boat at sunset in the rain", { time: "sunset", weather: "rain", place: "sea" }],
    [
      "a wolf in a snowy forest at night",
      { time: "night", weather: "snow", place: "forest", season: "winter" },
    ],
    ["a camel in the desert at dawn", { time: "dawn", place: "desert" }],
    ["a fox under a crescent moon", { time: "night", moon: "crescent" }],
    ["a foggy city street in autumn", { weather: "fog", place: "city", season: "autumn" }],
    ["a cabin in the mountains by a frozen lake", { place: "mountain" }],
    ["a sailboat on a mountain lake", { place: "sea" }],
    ["a lighthouse on a cliff", { place: "sea" }],
    ["two friends at a restaurant", { place: "room" }],
  ])("reads time, weather and place of %j", (prompt, expected) => {
    expect(read(prompt)).toMatchObject(expected);
  });

  it.each([
    ["A professional headshot photo of a person in business attire, neutral background", "headshot"],
    ["Lamp No. 4, a slim brass desk lamp", "product"],
    ["Product photo of a green leather backpack", "product"],
    ["Professional business infographic showing revenue up 24%", "infographic"],
    ["A featured image for a blog about remote work", "topic"],
    ["A red fox in a meadow", "scene"],
    ["A blog about leadership for managers", "topic"],
    ["A city skyline for a blog about artificial intelligence", "scene"],
    ["A team of colleagues in a meeting", "scene"],
    ["A woman scientist in a laboratory", "headshot"],
    ["👩‍🔬", "headshot"],
    // A topic begins where a word does: none of these is about cyber security, ventures, tax or illustration.
    ["cyberpunk", "abstract"],
    ["an adventure", "abstract"],
    ["an illustration of syntax", "abstract"],
    ["a quiet mountain landscape at dawn", "scene"],
    ["forgotten justice", "abstract"],
    ["夕焼けの海辺を走る猫", "abstract"],
    ["", "abstract"],
    ["{}[]<>&\u0000\ud800", "abstract"],
  ])("takes %j for a %s", (prompt, kind) => {
    expect(read(prompt).kind).toBe(kind);
  });

  it("is not slowed down by a very long prompt", () => {
    const started = performance.now();
    expect(read("a fox and ".repeat(2000)).subjects[0]?.glyph.icon).toBe("fox");
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("readMetric", () => {
  it.each([
    ["infographic showing revenue growth of +24 %", { text: "+24 %", trend: "up", label: "REVENUE GROWTH" }],
    ["churn fell 3.2%", { text: "-3.2 %", trend: "down", label: "CHURN" }],
    ["Q3 2026: orders +12%", { text: "+12 %", trend: "up" }],
    ["monthly active users $1.2M", { text: "$1.2M", trend: "flat" }],
    ["a chart of nothing in particular", { text: "", trend: "flat" }],
  ])("reads the figure of %j", (text, expected) => {
    expect(readMetric(text)).toMatchObject(expected);
  });
});

describe("stem", () => {
  it.each([
    ["foxes", "fox"],
    ["cities", "city"],
    ["wolves", "wolf"],
    ["tomatoes", "tomato"],
    ["glass", "glass"],
    ["bus", "bus"],
    ["children", "child"],
    ["cat's", "cat"],
  ])("%s → %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});
