import { useEffect, useState } from "react";
import { HAS_BACKEND } from "../../support/hasBackend.js";
import { RECEIVER_BASE } from "../nodes/createActionExecutor.js";
import { receiverFetch } from "../receiver/receiverFetch.js";

/** Shows an image that the receiver got. */
export function ReceivedImage({ href, name }: { href: string; name: string }) {
  const address = `${RECEIVER_BASE}/${href}`;
  const [source, setSource] = useState(HAS_BACKEND ? address : undefined);
  useEffect(() => {
    if (HAS_BACKEND) return;
    // Where the page itself is the receiver, no `src` reaches it.
    let made: string | undefined;
    let active = true;
    const load = async () => {
      const response = await receiverFetch(`${location.origin}${address}`);
      const blob = await response.blob();
      if (active) setSource((made = URL.createObjectURL(blob)));
    };
    void load().catch(() => undefined);
    return () => {
      active = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [address]);
  if (source === undefined) return <span className="wf-request-blank" />;
  return <img src={source} alt={name} width={52} height={52} loading="lazy" decoding="async" />;
}
