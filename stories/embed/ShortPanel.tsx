import { ConfigForm, ImageNodePanel, Panel, Preview } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import type { ReactNode } from "react";

/** The panel without its header and its provenance, with a field of the editor's own between the selects. */
export function ShortPanel({ ownField, ...props }: ImageNodePanelProps & { ownField: ReactNode }) {
  return (
    <ImageNodePanel {...props}>
      <Panel.Form>
        <Panel.Fields>
          <Panel.Prompt />
          <Panel.ReferenceImages />
          <Panel.ImageModel />
          {ownField}
          <Panel.Settings />
          <Panel.PromptModel />
          <Panel.Row>
            <Panel.AspectRatio />
            <Panel.Style />
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
          <Preview.Steps />
          <Panel.Error />
        </Panel.Stage>
      </Panel.Preview>
    </ImageNodePanel>
  );
}
