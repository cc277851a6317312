import { fal } from "./cases/fal.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(fal);
