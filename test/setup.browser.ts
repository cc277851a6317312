import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { failOnConsoleError } from "./failOnConsoleError.js";

afterEach(cleanup);
failOnConsoleError();
