import type { SyntheticEvent } from "react";

/**
 * Ends an event's way through React's tree. The page still hears it: a press must close the host's open menus.
 */
export function endInReact(event: SyntheticEvent): void {
  event.isPropagationStopped = () => true;
}
