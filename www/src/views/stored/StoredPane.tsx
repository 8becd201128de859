import type { DefaultedObject, DefaultsAnswer, LintAnswer, ObjectRef, Place, ValidateAnswer, ValidatedObject } from "everynode";
import { defaults } from "everynode/worker";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Aside } from "../../answer/aside";
import { objectName } from "../../derive/findings";
import type { SourceFile, State } from "../../state/state";
import { storedTexts } from "../../texts/stored";
import { Said } from "../Said";
import { ServerSays } from "./ServerSays";
import { StoredText } from "./StoredText";

interface Props {
  readonly state: State;
  readonly lint: LintAnswer;
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly aside: Aside;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
}

/** What the API server makes of the objects of one file. */
interface Stored {
  readonly file: string;
  readonly defaulted: DefaultsAnswer;
  readonly validated: ValidateAnswer;
}

/** The objects of the file in the editor as the API server stores them, and what it answers. */
export function StoredPane({ state, lint, current, aside, jump }: Props) {
  const file = state.files.find(({ id }) => id === state.file);
  const [stored, setStored] = useState<Stored | "failed" | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    if (file === undefined || !current) return;
    let wanted = true;
    void ask(file, aside).then((answer) => {
      if (wanted && answer !== null) setStored(answer);
    });
    return () => {
      wanted = false;
    };
  }, [file, current, lint]);
  const objects = useMemo(() => (stored === null || stored === "failed" ? [] : together(stored)), [stored]);
  const first = objects.findIndex(({ defaulted }) => defaulted.kind === "DaemonSet");
  const shown = objects.find(({ id }) => id === chosen) ?? objects[Math.max(0, first)];
  if (stored === null) return <p class="empty muted">{storedTexts.asking}</p>;
  if (stored === "failed") return <p class="empty muted">{storedTexts.failed}</p>;
  return (
    <div class="v-stored">
      <div class="tool">
        {objects.length > 1 && (
          <label class="choice">
            {storedTexts.object}
            <select value={shown?.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {objects.map(({ id, defaulted, validated }) => (
                <option key={id} value={id}>
                  {objectName(defaulted)}
                  {validated?.allowed === false && storedTexts.isRefused}
                </option>
              ))}
            </select>
          </label>
        )}
        {objects.length === 1 && shown !== undefined && <code class="nm">{objectName(shown.defaulted)}</code>}
        {shown !== undefined && shown.defaulted.yaml !== "" && <span class="muted">{storedTexts.adds(shown.defaulted.added.length)}</span>}
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={storedTexts.region}>
        {shown === undefined ? (
          <p class="empty muted">
            <Said text={storedTexts.none(stored.file)} />
          </p>
        ) : (
          <>
            {shown.validated !== undefined && <ServerSays object={shown.validated} jump={jump} />}
            <StoredText object={shown.defaulted} />
          </>
        )}
      </div>
    </div>
  );
}

/** `null` where the texts have changed since. */
async function ask(file: SourceFile, aside: Aside): Promise<Stored | "failed" | null> {
  const input = { files: [{ name: file.name, text: file.attached ?? file.text }] };
  try {
    const validated = await aside((core) => core.validate());
    // Of the file alone: what the others hold is not shown.
    return validated === null ? null : { file: file.name, validated, defaulted: await defaults(input) };
  } catch {
    return "failed";
  }
}

interface Both {
  readonly id: string;
  readonly defaulted: DefaultedObject;
  readonly validated: ValidatedObject | undefined;
}

/** What is stored of each object, with what the server says of it: of several of one name in their order. */
function together({ file, defaulted, validated }: Stored): readonly Both[] {
  const said = new Map<string, ValidatedObject[]>();
  for (const each of validated.objects) {
    if (each.file === file) said.set(nameOf(each), [...(said.get(nameOf(each)) ?? []), each]);
  }
  return defaulted.objects.map((each, at) => ({ id: `${at} ${nameOf(each)}`, defaulted: each, validated: said.get(nameOf(each))?.shift() }));
}

const nameOf = ({ kind, namespace = "", name }: ObjectRef) => `${kind}/${namespace}/${name}`;
