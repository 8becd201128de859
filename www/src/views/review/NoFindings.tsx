import type { LintAnswer, Preset } from "everynode";
import { objectName } from "../../derive/findings";
import type { RulePages } from "../../state/rulePages";
import { PRESETS } from "../../state/state";
import { reviewTexts } from "../../texts/review";
import type { Later } from "../later";
import { Said } from "../Said";

interface Props {
  readonly lint: LintAnswer;
  readonly preset: Preset;
  readonly pages: Later<RulePages>;
  readonly ask: (preset: Preset) => void;
}

/** What was looked for and not found, and what else could be asked. */
export function NoFindings({ lint, preset, pages, ask }: Props) {
  if (lint.counts.length === 0) {
    return (
      <div class="empty">
        <h2>{reviewTexts.none}</h2>
        <p>{reviewTexts.nothingRead}</p>
      </div>
    );
  }
  const rules = pages === null || pages === "failed" || preset === "off" ? null : rulesOf(pages.part, preset);
  const roles = lint.roles.slice(0, 5).map((guess) => reviewTexts.roleOf(objectName(guess), guess.role));
  const others = PRESETS.filter((each) => each !== preset && each !== "off");
  return (
    <div class="empty">
      <h2>{reviewTexts.none}</h2>
      <p>
        <Said text={reviewTexts.noneHelp(rules, preset)} /> {roles.length > 0 && <Said text={reviewTexts.noneRoles(roles)} />}
      </p>
      <p class="others">
        {others.map((each) => (
          <button key={each} class="btn line" onClick={() => ask(each)}>
            {reviewTexts.tryPreset(each)}
          </button>
        ))}
      </p>
    </div>
  );
}

/** How many rules a preset has. */
function rulesOf(pages: RulePages, preset: Preset): number {
  return pages.ids.filter((id) => {
    const presets = pages.page(id)?.facts.find(([name]) => name === "presets")?.[1] ?? "";
    return presets.split(", ").some((each) => each === preset || each.startsWith(`${preset} `));
  }).length;
}
