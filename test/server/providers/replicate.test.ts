import { replicate } from "./cases/replicate.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(replicate);
