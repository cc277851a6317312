import { Preview } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";

/** The face of a node on the canvas: its picture, and that it is pinned. Stands in the node's scope. */
export function PinnedFace({ config }: { config: ImageNodeConfig }) {
  return (
    <Preview.Root config={config}>
      <Preview.Pinned />
      <Preview.Frame>
        <Preview.Empty />
        <Preview.Image />
        <Preview.LinkNotice />
      </Preview.Frame>
      <Preview.Actions>
        <Preview.Pin />
      </Preview.Actions>
      <Preview.Announcer />
    </Preview.Root>
  );
}
