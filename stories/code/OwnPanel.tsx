import { ConfigForm, ImageNodePanel, Panel, Preview } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** The panel in an arrangement of one's own: only the levels that differ are written out. */
export function OwnPanel() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ImageNodePanel value={config} onValueChange={setConfig}>
      <Panel.Form>
        <Panel.Fields>
          <Panel.Prompt />
          <Panel.ImageModel />
          <Panel.Row>
            <Panel.AspectRatio />
          </Panel.Row>
          <ConfigForm.Error />
        </Panel.Fields>
        <Panel.Footer />
      </Panel.Form>
      <Panel.Preview>
        <Panel.PreviewHeader />
        <Panel.Stage>
          <Panel.Frame />
          <Preview.Feedback />
          <Panel.Facts />
          <Panel.Error />
        </Panel.Stage>
      </Panel.Preview>
    </ImageNodePanel>
  );
}
