import { usePreview } from "image-generation-node";
import { isMadeWith } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { Icon } from "./Icon.js";

/** Says on a node's face that a picture is pinned: which one, and whether the node has other settings by now. */
export function PinMark({ pinned, config }: { pinned: PinnedImage; config: ImageNodeConfig }) {
  const { generation, link } = usePreview();
  const isShown = generation?.id === pinned.generation.id;
  const isGone = isShown && link.status === "deleted";
  const isOther = isMadeWith(pinned, config) === false;
  const words = isGone ? GONE : [isShown ? SHOWN : ANOTHER, isOther && OTHER].filter(Boolean).join(" ");
  return (
    <span
      className="wf-pin"
      role="img"
      aria-label={words}
      title={words}
      data-warns={isGone || isOther || undefined}
    >
      <Icon name="pin" size={12} />
      {isGone ? "Pinned, deleted" : isShown ? "Pinned" : "Another pinned"}
    </span>
  );
}

const SHOWN = "Pinned. Test runs use this picture and pay nothing.";
const ANOTHER = "Another picture is pinned. Test runs use that one and pay nothing.";
const OTHER = "It was made with other settings.";
const GONE = "The pinned picture was deleted, so test runs fail. Unpin it, or generate a new one.";
