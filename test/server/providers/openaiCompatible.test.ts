import { openaiCompatible } from "./cases/openaiCompatible.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(openaiCompatible);
