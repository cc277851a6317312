import { describe, expect, it } from "vitest";
import { STYLES } from "image-generation-node/contract";
import { compose, count } from "./library.js";

describe("composePicture", () => {
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
