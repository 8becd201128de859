import { place } from "everynode/inline";
import { show } from "./show.js";

// No init: the entry carries what it needs.
show(() => undefined, place);
