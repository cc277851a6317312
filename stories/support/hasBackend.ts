/// <reference types="vite/client" />

/** Whether a server stands behind the page: Storybook's dev server, or one that says so in the page it serves. */
export const HAS_BACKEND = import.meta.env.DEV || "imageNodeBackend" in globalThis;
