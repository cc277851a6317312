import { fireworks } from "./cases/fireworks.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(fireworks);
