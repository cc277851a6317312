import "image-generation-node/styles.css";
import { beforeEach, expect, it } from "vitest";
import { SCENES } from "./focusScenes.js";
import { holdPage, walkFocus } from "./walkFocus.js";

beforeEach(holdPage);

it.each(Object.entries(SCENES))(
  "keeps focus in the panel whatever is pressed: %s",
  async (_, scene) => {
    expect(await walkFocus(scene)).toEqual([]);
  },
  600_000,
);
