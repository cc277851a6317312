import type { Route } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { Action } from "../options.js";
import type { AuthorizedCall, Call } from "./Call.js";
import { attachment } from "./attachment.js";
import { attachmentUrl } from "./attachmentUrl.js";
import { cancelGeneration } from "./cancelGeneration.js";
import { catalog } from "./catalog.js";
import { generations } from "./generations.js";
import { openapi } from "./openapi.js";
import { prompts } from "./prompts.js";
import { readGeneration } from "./readGeneration.js";
import { uploads } from "./uploads.js";

/** An operation by one method: what `authorize` is asked for, and the function that answers. */
export type Endpoint =
  | {
      /** Open to everyone. */
      readonly action: null;
      readonly answer: (handler: HandlerContext, call: Call, id: string) => Promise<Response>;
    }
  | {
      readonly action: Action;
      readonly answer: (handler: HandlerContext, call: AuthorizedCall, id: string) => Promise<Response>;
      /** Whether it works on the run of its id from the first step on; see `Call.unknownCharge`. */
      readonly worksOnRun?: true;
    };

type Method = "GET" | "HEAD" | "POST" | "DELETE";

const readCatalog: Endpoint = { action: "catalog", answer: catalog };
const readRun: Endpoint = { action: "read", answer: readGeneration, worksOnRun: true };
// The signature of a link is the permission.
const readAttachment: Endpoint = { action: null, answer: attachment };
const readDocument: Endpoint = { action: null, answer: openapi };

/** Every operation of the contract: its methods, as `ROUTE_METHODS` has them, and what each does. */
export const OPERATIONS: Readonly<Record<Route["operation"], Readonly<Partial<Record<Method, Endpoint>>>>> = {
  catalog: { GET: readCatalog, HEAD: readCatalog },
  prompts: { POST: { action: "prompts", answer: prompts } },
  generations: { POST: { action: "generate", answer: generations } },
  generation: {
    GET: readRun,
    HEAD: readRun,
    DELETE: { action: "cancel", answer: cancelGeneration, worksOnRun: true },
  },
  attachments: { POST: { action: "upload", answer: uploads } },
  attachment: { GET: readAttachment, HEAD: readAttachment },
  attachmentUrl: { POST: { action: "refresh_url", answer: attachmentUrl } },
  openapi: { GET: readDocument, HEAD: readDocument },
};

/** Lists the methods that an operation takes, as the header `Allow` names them. */
export function methodsOf({ operation }: Route): string[] {
  return Object.keys(OPERATIONS[operation]);
}

/** Finds what answers a method of an operation; `undefined` for a method that it does not take. */
export function endpointOf({ operation }: Route, method: string): Endpoint | undefined {
  return Object.hasOwn(OPERATIONS[operation], method) ? OPERATIONS[operation][method as Method] : undefined;
}
