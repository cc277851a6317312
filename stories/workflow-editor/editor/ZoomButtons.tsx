import { useReactFlow } from "@xyflow/react";
import { Icon } from "./Icon.js";

/** Buttons that zoom the canvas and bring the whole workflow into view. */
export function ZoomButtons({ onFit }: { onFit: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <>
      <button type="button" aria-label="Zoom in" onClick={() => void zoomIn()}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => void zoomOut()}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label="Fit to view" onClick={onFit}>
        <Icon name="fit" />
      </button>
    </>
  );
}
