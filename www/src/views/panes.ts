/** What nobody looks at first, as one part of the page: all of it comes when the first answer is on screen. */

export { Overlays } from "./palette/Overlays";
export { ProblemsPanel } from "./problems/ProblemsPanel";
export { ReviewPane } from "./review/ReviewPane";
export { RolloutPane } from "./rollout/RolloutPane";
export { StoredPane } from "./stored/StoredPane";
export { WhatIfPane } from "./whatif/WhatIfPane";
