import { ImageNodePanel, Preview } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { pictureOf } from "./pictureOf.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

/** The panel, and two pictures to enlarge and to compare. */
export function PanelWithPictures() {
  const [history] = useState(() => ["gen_2", "gen_1"].map((id) => ({ generation: pictureOf(id) })));
  return (
    <>
      <ImageNodePanel defaultValue={config} />
      <Preview.Root generation={history[0]?.generation} history={history}>
        <Preview.Frame>
          <Preview.Image />
          <Preview.ZoomTrigger />
        </Preview.Frame>
        <Preview.CompareTrigger />
        <Preview.Zoom />
        <Preview.CompareDialog />
      </Preview.Root>
    </>
  );
}
