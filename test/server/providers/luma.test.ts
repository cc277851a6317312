import { luma } from "./cases/luma.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(luma);
