import type { connection as nodeConnection } from "./connection.node.js";

/** Nothing: such a runtime looks names up inside its own `fetch`. */
export const connection: typeof nodeConnection | null = null;
