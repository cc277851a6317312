import { blackForestLabs } from "./cases/blackForestLabs.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(blackForestLabs);
