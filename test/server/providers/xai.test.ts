import { xai } from "./cases/xai.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(xai);
