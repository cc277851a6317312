import { resolveHost } from "./resolveHost.node.js";
import { sendTo } from "./sendTo.node.js";

/** Way to the network by which a name cannot lead elsewhere between a check and a request. */
export const connection = { resolveHost, sendTo };
