/**
 * Stands in for `image-generation-node/server` in a browser bundle: the same names, and an error as soon as it is loaded.
 * Only the package's `browser` condition leads here; runtimes of the web-standard kind are told apart from browsers.
 */
const reason =
  "image-generation-node/server was loaded in a browser. It holds the back end of the node: its options carry the provider's " +
  "key and the secret that signs links, and both would be readable by everybody. Import it only in code that runs on a " +
  "server; in the page use image-generation-node/client (or, to try it without a server, image-generation-node/demo).";

function unavailable(): never {
  throw new Error(reason);
}

export {
  unavailable as LOCAL_ORIGINS,
  unavailable as createGenerationRunner,
  unavailable as createGuardedFetch,
  unavailable as createImageNodeHandler,
  unavailable as createProviderFetch,
  unavailable as fileStorage,
  unavailable as memoryRunStore,
  unavailable as memoryStorage,
  unavailable as s3Storage,
};

unavailable();
