import { createRoot } from "react-dom/client";
import { Host } from "./Host.js";
import "image-generation-node/styles.css";
import "./page.css";

// What a server writes into the page for its scripts; lists are styled by it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(<Host />);
