import type { ApiWarning, Place, ValidatedObject } from "everynode";
import { capital } from "../../derive/words";
import { storedTexts } from "../../texts/stored";
import { Glyph } from "../Glyph";

interface Props {
  readonly object: ValidatedObject;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
}

/** The server's answer to one object, as kubectl prints it, and where each of its causes stands. */
export function ServerSays({ object, jump }: Props) {
  const { allowed, operation, kubectl, causes, decodingErrors, warnings, file } = object;
  const look = allowed ? "run" : "error";
  return (
    <section class="says" aria-label={storedTexts.answer}>
      <h2>
        <Glyph name={allowed ? "yes" : "error"} state={look} />
        {storedTexts.verdict(allowed, operation)}
      </h2>
      {kubectl !== "" && <pre class="kube">{kubectl.trimEnd()}</pre>}
      <Places all={decodingErrors} file={file} jump={jump} />
      <Places all={causes} file={file} jump={jump} />
      {warnings.length > 0 && (
        <>
          <h3>{storedTexts.warnings}</h3>
          <pre class="kube">{warnings.map(({ message }) => `Warning: ${message}`).join("\n")}</pre>
          <Places all={warnings} file={file} jump={jump} />
        </>
      )}
    </section>
  );
}

interface PlacesProps {
  readonly all: readonly (ApiWarning & { readonly help?: string })[];
  readonly file: string;
  readonly jump: Props["jump"];
}

function Places({ all, file, jump }: PlacesProps) {
  if (all.length === 0) return null;
  return (
    <ul class="causes">
      {all.map(({ path, message, range, help }, at) => (
        <li key={at}>
          <button class="where" onClick={() => jump({ file, range })}>
            {file}:{range.start.line}
          </button>
          <code>{path === "" ? message : path}</code>
          {help !== undefined && <span>{capital(help)}?</span>}
        </li>
      ))}
    </ul>
  );
}
