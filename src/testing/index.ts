// Tools for tests of hosts and back ends, without a test runner; `image-generation-node/testing/vitest` binds Vitest.
export { inProcessFetch } from "./inProcessFetch.js";
export type { RequestHandler } from "./inProcessFetch.js";
export { createPng } from "./createPng.js";
export type { CreatePngOptions } from "./createPng.js";
export { fixtures } from "./fixtures/fixtures.js";
export { createGenerationFixture } from "./fixtures/generationFixture.js";
export type { GenerationFixtureOptions } from "./fixtures/generationFixture.js";
export { createProblem } from "./fixtures/problemFixtures.js";
export type { WireErrorKind } from "./fixtures/problemFixtures.js";
export { createScriptedBackend } from "./createScriptedBackend.js";
export type { ScriptedBackend } from "./createScriptedBackend.js";
export type { Script, ScriptedRequest, ScriptedRun, TransportFault } from "./scripted/Script.js";
export { conformanceCases, whyNot } from "./conformance/conformanceCases.js";
export { NotApplicable } from "./conformance/ConformanceCase.js";
export type {
  ConformanceCase,
  ConformanceContext,
  ConformanceLevel,
  ConformanceNeed,
  ConformanceOptions,
  ConformanceProvider,
  ProviderCall,
} from "./conformance/ConformanceCase.js";
