import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { failOnConsoleError } from "./failOnConsoleError.js";

// A busy machine may need longer than the tool's one second for what a moment shows on a quiet one.
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
failOnConsoleError();
