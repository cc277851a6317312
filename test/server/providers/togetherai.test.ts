import { togetherai } from "./cases/togetherai.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(togetherai);
