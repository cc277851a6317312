import { ImageNodePanel, Panel } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** The preview in a place of its own, in the scope of its form. */
export function ApartPanel() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <>
      <Panel.Preview>
        <Panel.Frame />
        <Panel.Error />
      </Panel.Preview>
      <ImageNodePanel value={config} onValueChange={setConfig}>
        <Panel.Footer />
        <Panel.Form>
          <Panel.Fields />
        </Panel.Form>
      </ImageNodePanel>
    </>
  );
}
