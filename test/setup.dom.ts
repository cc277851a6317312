import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { preloadParts } from "../src/react/internal/createLoader.js";
import { failOnConsoleError } from "./failOnConsoleError.js";

// A busy machine may need longer than the tool's one second for what a moment shows on a quiet one.
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
// Most tests press parts that have all their code; what is late has tests of its own, with modules that they load anew.
beforeAll(preloadParts);
failOnConsoleError();
