import { describe, expect, it } from "vitest";
import { STYLES } from "image-generation-node/contract";
import { compose, count } from "./library.js";

describe("composeImage", () => {
  it("draws the fox with a body, under a moon among stars", () => {
    const { svg } = compose("A noir illustration of a red fox under a full moon with calm lighting");
    expect(count(svg, 'data-part="animal" data-glyph="fox"')).toBe(1);
    expect(count(svg, 'data-part="moon"')).toBe(1);
    expect(count(svg, 'data-part="stars"')).toBe(1);
  });

  it("draws as many as were asked for", () => {
    expect(count(compose("two cats on a beach").svg, 'data-part="animal"')).toBe(2);
    expect(count(compose("four red apples").svg, 'data-glyph="red-apple"')).toBe(4);
  });

  it("draws a headshot as one dressed bust, not as a glyph", () => {
    const { svg } = compose(
      "A professional headshot photo of a person in business attire, neutral background",
    );
    expect(count(svg, 'data-part="bust"')).toBe(1);
    expect(count(svg, 'data-part="head"')).toBe(1);
    expect(count(svg, 'data-part="hair"')).toBeGreaterThan(0);
    expect(count(svg, 'data-part="lapel"')).toBe(2);
    expect(count(svg, 'data-part="tie"')).toBe(1);
    expect(svg).not.toContain("data-glyph");
  });

  it("sets a person who is somewhere before that place", () => {
    expect(compose("A woman in a cafe").svg).toContain('data-part="bokeh"');
    expect(compose("A woman in business attire").svg).not.toContain('data-part="bokeh"');
  });

  it("stands a product on a plinth", () => {
    const { svg } = compose("Lamp No. 4, a slim brass desk lamp");
    expect(count(svg, 'data-part="lamp"')).toBe(1);
    expect(count(svg, 'data-part="plinth"')).toBe(1);
  });

  it.each(["1024x1024", "1536x864", "864x1536"])(
    "shows the figure of an infographic with its charts at %s",
    (size) => {
      const [width, height] = size.split("x").map(Number) as [number, number];
      const { svg } = compose(
        "Professional business infographic showing revenue up 24%",
        "minimalist",
        width,
        height,
      );
      expect(svg).toContain('data-text="+24 %"');
      for (const part of ["metric", "arrow", "trend", "donut", "bars"])
        expect(count(svg, `data-part="${part}"`)).toBe(1);
    },
  );

  it("shows the signs of a blog's topic", () => {
    const { svg } = compose("A featured image for a blog about remote work");
    expect(svg).toContain('data-hero="laptop"');
  });

  it("composes shapes for what it cannot draw", () => {
    for (const prompt of ["forgotten justice", "夕焼けの海辺を走る猫", "Рыжая лиса", "", "   ", "!!! ???"]) {
      expect(count(compose(prompt).svg, 'data-part="abstract"')).toBe(1);
    }
  });

  it("draws each of several people, dressed for what they are", () => {
    const { svg } = compose("Two doctors and a chef");
    expect(count(svg, 'data-part="person"')).toBe(3);
    expect(count(compose("A team in the office").svg, 'data-part="person"')).toBe(4);
  });

  it("lets nothing that flies hide another", () => {
    const { svg } = compose("three blue birds and a yellow butterfly in a meadow");
    const places = [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)" data-glyph/g)].map(
      ([, x, y, scale]) => ({ x: Number(x), y: Number(y), size: 128 * Number(scale) }),
    );
    expect(places).toHaveLength(4);
    places.forEach((one, index) => {
      for (const other of places.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(
          0.7 * Math.min(one.size, other.size),
        );
    });
  });

  it.each([
    ["Professional business infographic showing revenue up 24%", "url(#hero)"],
    ["freedom and time", "url(#orb)"],
    ["A featured image for a blog about remote work", "url(#disc)"],
  ])("leaves the cards, the shades and the leaves of %j out of a minimalist picture", (prompt, shade) => {
    expect(compose(prompt).svg).toContain(shade);
    expect(compose(prompt, "minimalist").svg).not.toContain(shade);
  });

  it("keeps the letters of an abstract picture in focus", () => {
    expect(compose("freedom and time", "photorealistic").svg).not.toContain("url(#close)");
    expect(compose("a dog in the rain", "photorealistic").svg).toContain("url(#close)");
  });

  it("draws another picture of the same request for each variation", () => {
    const library = compose("a fox");
    expect(compose("a fox", "auto", 1024, 1024, 1).svg).not.toBe(library.svg);
    expect(compose("a fox", "auto", 1024, 1024, 1).svg).toBe(compose("a fox", "auto", 1024, 1024, 1).svg);
  });

  it("gives the colour of the prompt to the thing itself, not to its string or its stem", () => {
    for (const [prompt, own] of [
      ["a blue balloon", "#f44336"],
      ["a purple tulip", "#eb4e9d"],
      ["a red bird", "#36b4e1"],
      ["a red taxi", "#ffd61c"],
    ] as const) {
      expect(compose(prompt).svg).not.toContain(own);
      expect(compose(prompt.replace(/blue|purple|red/, "nice")).svg).toContain(own);
    }
  });

  it("tints a subject and leaves another untouched", () => {
    const red = compose("a red car").svg;
    const green = compose("a green car").svg;
    expect(green).not.toContain("#f92612");
    expect(red).toContain("#f92612");
  });

  it("draws weather over the subject", () => {
    expect(compose("a dog in the rain").svg).toContain('data-part="rain"');
    expect(compose("a dog in the snow").svg).toContain('data-part="snow"');
    expect(compose("a ship in a storm").svg).toContain('data-part="lightning"');
    expect(compose("a dog in a meadow").svg).not.toContain('data-part="rain"');
  });

  it("gives the same text for the same request and another for another", () => {
    expect(compose("a fox").svg).toBe(compose("a fox").svg);
    expect(compose("a fox").svg).not.toBe(compose("a fox in autumn").svg);
  });

  it("lets nothing of the prompt into the markup", () => {
    const attack =
      '"><script>alert(1)</script><image href="http://evil.example/x"/> & ]]> <!ENTITY x "y"> chart 5%';
    for (const style of STYLES) {
      const { svg } = compose(attack, style);
      expect(svg).not.toMatch(/<script|<image|<!|evil\.example|href="http/i);
    }
    expect(compose(attack, '"><script>').svg).not.toContain("<script");
  });

  it("needs no font", () => {
    for (const prompt of ["infographic: sales +5%", "hope and memory", "a fox"]) {
      expect(compose(prompt).svg).not.toMatch(/<text|font-family/);
    }
  });

  it("uses every id once", () => {
    const { svg } = compose("two koalas and a koala beside two penguins and an owl");
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
  });

  it("says on every picture that no AI made it", () => {
    for (const style of STYLES) expect(compose("a fox", style).svg).toContain('data-text="DEMO · NO AI"');
  });
});
