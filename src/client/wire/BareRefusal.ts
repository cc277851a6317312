import { ImageNodeError } from "../../contract/index.js";

/** Refusal without a problem document. It speaks of the address, such as a firewall or a wrong path, not of the request. */
export class BareRefusal extends ImageNodeError {}
