import { useCallback, useEffect, useState } from "react";
import type { RunStatus } from "../engine/types.js";
import { RECEIVER_BASE } from "../nodes/createActionExecutor.js";
import type { ReceivedRequest } from "../receiver/createReceiver.js";
import { receiverFetch } from "../receiver/receiverFetch.js";

const LOOK_MS = 900;
const NONE: readonly ReceivedRequest[] = [];

/** Reads the requests that the receiver got: repeatedly while a run goes on, and once more when it ends. */
export function useReceived(status: RunStatus) {
  const [requests, setRequests] = useState(NONE);
  useEffect(() => {
    let active = true;
    const look = async () => {
      const response = await receiverFetch(`${location.origin}${RECEIVER_BASE}/received`);
      const { requests: received } = (await response.json()) as { requests: readonly ReceivedRequest[] };
      if (active) setRequests((known) => (known.at(-1)?.id === received.at(-1)?.id ? known : received));
    };
    // A receiver that is not there shows nothing; the nodes that send to it say so in the log.
    const quietly = () => void look().catch(() => undefined);
    quietly();
    const timer = status === "running" ? setInterval(quietly, LOOK_MS) : undefined;
    return () => {
      active = false;
      clearInterval(timer);
    };
  }, [status]);
  const clear = useCallback(() => {
    setRequests(NONE);
    void receiverFetch(`${location.origin}${RECEIVER_BASE}/received`, { method: "DELETE" });
  }, []);
  return { requests, clear };
}
