import Drawer from "@mui/material/Drawer";
import { Suspense, lazy } from "react";
import type { PanelProps } from "./Panel.js";

const Panel = lazy(() => import("./Panel.js"));

/** The drawer of an image node. What the panel opens stands inside of it, and Escape closes the innermost alone. */
export function NodeDrawer({ name, onClose, ...panel }: PanelProps & { name: string; onClose: () => void }) {
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { role: "dialog", "aria-label": name } }}
    >
      <div className="drawer">
        <Suspense fallback={<p>Loading …</p>}>
          <Panel {...panel} />
        </Suspense>
      </div>
    </Drawer>
  );
}
