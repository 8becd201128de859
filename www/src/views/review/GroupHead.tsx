import type { Role } from "everynode";
import type { FindingGroup } from "../../derive/findings";
import { objectName } from "../../derive/findings";
import { ROLES } from "../../state/state";
import { reviewTexts } from "../../texts/review";
import { Said } from "../Said";

interface Props {
  readonly group: FindingGroup;
  /** The role that was chosen for it; null: guessed. */
  readonly role: Role | null;
  /** The configuration says it. */
  readonly fixed: boolean;
  readonly setRole: (role: Role | null) => void;
}

/** Which object the findings are about, what it is taken for, and what says so. */
export function GroupHead({ group, role, fixed, setRole }: Props) {
  const guess = group.role;
  return (
    <header class="probhead">
      <h2>{group.object === undefined ? reviewTexts.file(group.file) : objectName(group.object)}</h2>
      <span class="cnt">{reviewTexts.many(group.findings.length)}</span>
      {guess !== undefined && (
        <p>
          <label title={reviewTexts.roleTip}>
            {reviewTexts.role}{" "}
            <select
              value={role ?? ""}
              disabled={fixed}
              onChange={(event) => setRole(ROLES.find((each) => each === event.currentTarget.value) ?? null)}
            >
              <option value="">{role === null ? reviewTexts.roleGuess(guess.role) : reviewTexts.roleGuessed}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {reviewTexts.roles[each]}
                </option>
              ))}
            </select>
          </label>
          {role !== null ? (
            <span>{reviewTexts.roleSet}</span>
          ) : (
            guess.because !== undefined && (
              <span>
                <Said text={reviewTexts.because(guess.because)} />
              </span>
            )
          )}
        </p>
      )}
    </header>
  );
}
