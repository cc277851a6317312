import { appendFileSync } from "node:fs";
import { Socket } from "node:net";

// Loaded into Storybook's process before it starts: writes down every connection to another machine, and refuses it.
const file = process.env.STORYBOOK_CONNECTIONS_FILE;
const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const [given] = args.flat() as unknown[];
  const { path, host = "localhost" } = (given ?? {}) as { path?: string; host?: string };
  if (typeof given !== "object" || path || /^(?:127\.0\.0\.1|localhost|::1)$/.test(host))
    return connect.apply(this, args);
  if (file) appendFileSync(file, `${host}\n`);
  return this.destroy(new Error(`This test lets nothing reach ${host}.`));
} as Socket["connect"];
