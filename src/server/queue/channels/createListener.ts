import type { ChannelConnection } from "./ChannelEngine.js";

const RETRY_MS = 500;
/** Time that a connection is kept once nobody needs it: the next run often follows at once. */
const LINGER_MS = 2_000;

/** Connection that is there while somebody needs it, and is opened again when it breaks. */
export interface Listener {
  /** Resolves once the connection is open; rejects when it could not be opened. It is then tried again by itself. */
  open(): Promise<void>;
  /** Looks whether the connection is needed any more. */
  rest(): void;
}

/** Options of {@link createListener}. */
export interface ListenerOptions {
  connect(onLost: () => void): Promise<ChannelConnection>;
  isNeeded(): boolean;
  /** Called when the connection is there again: what was said meanwhile is lost. */
  onMissed(): void;
}

/** Creates a listener without a connection. */
export function createListener({ connect, isNeeded, onMissed }: ListenerOptions): Listener {
  let connection: ChannelConnection | null = null;
  let opening: Promise<void> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let linger: ReturnType<typeof setTimeout> | undefined;

  const connectOnce = async () => {
    let opened: ChannelConnection | null = null;
    let isLost = false;
    opened = await connect(() => {
      isLost = true;
      if (connection === null || connection !== opened) return;
      connection = null;
      recoverLater();
    });
    if (isLost) throw new Error("The connection that hears of generations broke while it was opened.");
    connection = opened;
  };
  const open = async (): Promise<void> => {
    if (connection) return;
    opening ??= connectOnce().finally(() => (opening = null));
    try {
      await opening;
    } catch (error) {
      recoverLater();
      throw error;
    }
  };
  const recoverLater = () => {
    retry ??= setTimeout(() => {
      retry = undefined;
      if (isNeeded()) open().then(onMissed, () => undefined);
    }, RETRY_MS);
  };
  const close = () => {
    linger = undefined;
    if (isNeeded()) return;
    connection?.close();
    connection = null;
  };
  return {
    open,
    rest() {
      if (!isNeeded()) linger ??= setTimeout(close, LINGER_MS);
    },
  };
}
