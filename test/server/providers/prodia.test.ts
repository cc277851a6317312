import { prodia } from "./cases/prodia.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(prodia);
