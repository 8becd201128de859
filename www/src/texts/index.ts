/**
 * Every text of the page, ready for translation, in one folder. What the core says is not here: it makes its own sentences.
 * Here are those of the page as it is first shown; views that come later bring their own (`rollout.ts`, `suppose.ts`).
 */

import { nodeTexts } from "./nodes";
import { pageTexts } from "./page";
import { problemTexts } from "./problems";
import { ruleTexts } from "./rules";
import { keepTexts } from "./share";
import { number, size } from "./words";

export const texts = { number, size, ...pageTexts, ...nodeTexts, ...ruleTexts, ...keepTexts, ...problemTexts } as const;
