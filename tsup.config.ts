import { defineConfig } from "tsup";

// One output file per source file: the "use client" directives survive, and a host's bundler takes only what it needs.
// The declarations come from tsc (tsconfig.build.json). White space goes, names stay: the maps hold the sources.
export default defineConfig({
  entry: ["src/**/*.{ts,tsx}"],
  outDir: "dist",
  format: "esm",
  target: "es2022",
  bundle: false,
  splitting: false,
  treeshake: false,
  sourcemap: true,
  clean: true,
  silent: true,
  esbuildOptions(options) {
    options.minifyWhitespace = true;
  },
});
