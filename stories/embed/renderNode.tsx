import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { renderToString } from "react-dom/server";

/** HTML of the panel. `baseUrl` is a text, so that a server may give it; nothing is asked before the page has loaded. */
export function renderNode(): string {
  return renderToString(
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen">
        <ImageNodePanel />
      </ImageNodeScope>
    </ImageNodeProvider>,
  );
}
