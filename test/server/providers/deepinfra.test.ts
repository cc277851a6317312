import { deepinfra } from "./cases/deepinfra.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(deepinfra);
