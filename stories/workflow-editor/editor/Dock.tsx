import { useState } from "react";
import { useRun } from "./EditorContext.js";
import { Icon } from "./Icon.js";
import { ReceiverView } from "./ReceiverView.js";
import { RunLog } from "./RunLog.js";
import { useReceived } from "./useReceived.js";

/** The dock below the canvas: the run's log and the receiver. */
export function Dock() {
  const status = useRun((run) => run?.status ?? "idle");
  const lines = useRun((run) => run?.log.length ?? 0);
  const { requests, clear } = useReceived(status);
  const [tab, setTab] = useState<"log" | "receiver">("log");
  const [chosen, setOpen] = useState<boolean>();
  const open = chosen ?? lines > 0;
  const show = (next: typeof tab) => {
    setTab(next);
    setOpen(true);
  };
  return (
    <section className="wf-dock" aria-label="Run" data-open={open || undefined}>
      <header className="wf-tabs">
        <button type="button" aria-pressed={open && tab === "log"} onClick={() => show("log")}>
          Run log {lines > 0 && <span className="wf-count">{lines}</span>}
        </button>
        <button type="button" aria-pressed={open && tab === "receiver"} onClick={() => show("receiver")}>
          Receiver {requests.length > 0 && <span className="wf-count">{requests.length}</span>}
        </button>
        {open && tab === "receiver" && requests.length > 0 && (
          <button type="button" className="wf-link" onClick={clear}>
            Clear
          </button>
        )}
        <button
          type="button"
          className="wf-icon-button wf-dock-toggle"
          aria-label={open ? "Hide run" : "Show run"}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="down" />
        </button>
      </header>
      {open && (
        <div className="wf-dock-body">
          {tab === "log" ? <RunLog /> : <ReceiverView requests={requests} />}
        </div>
      )}
    </section>
  );
}
