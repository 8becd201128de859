import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { chosenDaemonSet } from "../answer/choose";
import type { Shown } from "../state/store";
import { shareTexts } from "../texts/share";
import { Glyph } from "../views/Glyph";
import { Said } from "../views/Said";
import { archive, fileNames } from "./archive";
import { CopyMade } from "./CopyMade";
import { toHash } from "./hash";
import { lineOf } from "./lines";
import { LONGEST_LINK, report } from "./report";
import { save } from "./save";
import { parcelOf, type Taken } from "./shared";
import { IS_STANDALONE, standalone } from "./standalone";

interface Props {
  readonly shown: Shown;
  readonly close: () => void;
}

/** More redacted values than this are counted. */
const LISTED = 8;

/** Ways to pass on what is shown, and what goes along. All is made here, of the state at the moment of opening. */
export function ShareDialog({ shown, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, answer } = useRef(shown).current;
  const parcel = useMemo(() => parcelOf(state, `${new Date().toISOString().slice(0, 19)}Z`), []);
  const [link, setLink] = useState<string | "none" | null>(null);
  const [failed, setFailed] = useState(false);
  const daemonSet = answer === null ? undefined : chosenDaemonSet(answer.place, state.daemonSet);
  const redacted = parcel.taken.reduce((sum, { found }) => sum + found.length, 0);
  const line = (files: readonly string[]) =>
    lineOf({
      state,
      files,
      daemonSet: answer?.chosen?.daemonSet,
      node: answer?.explain?.node ?? null,
      now: parcel.shared.now,
    });
  const names = parcel.shared.files.map(({ name }) => name);

  useEffect(() => {
    dialog.current?.showModal();
    const base = location.href.replace(/#.*$/, "");
    toHash(parcel.shared).then(
      (hash) => setLink(base + hash),
      () => setLink("none"),
    );
  }, []);

  const whole = link === null || link === "none" ? "" : link;
  const markdown = () => (answer === null ? "" : report({ shared: parcel.shared, files: state.files, answer, daemonSet, line: line(names), link: IS_STANDALONE ? "" : whole }));
  const zip = () => {
    const verdict = daemonSet === undefined ? "" : `${daemonSet.name} ${daemonSet.verdict}.`;
    const bytes = archive({ shared: parcel.shared, line: line(fileNames(names)), verdict, redacted, version: answer?.place.version ?? "" });
    save(shareTexts.zip.file, [bytes], "application/zip");
  };
  const page = () => {
    setFailed(false);
    standalone(parcel.shared).then(
      (parts) => save(shareTexts.page.file, parts, "text/html"),
      () => setFailed(true),
    );
  };

  return (
    <dialog
      class="share"
      ref={dialog}
      aria-labelledby="share-title"
      onClose={close}
      onClick={(event) => {
        // On the backdrop, which is the dialog itself.
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="sharebox">
        <header>
          <h2 id="share-title">{shareTexts.title}</h2>
          <button class="btn sm" aria-label={shareTexts.close} onClick={() => dialog.current?.close()}>
            <Glyph name="no" />
          </button>
        </header>
        <p class="muted">
          <Said text={shareTexts.nothingLeaves} />
        </p>
        {!IS_STANDALONE && (
          <section class="sharelink">
            <label for="share-link">{shareTexts.link}</label>
            <input id="share-link" readOnly value={link === null ? shareTexts.making : whole} onFocus={(event) => event.currentTarget.select()} />
            {whole === "" ? <button class="btn sm line" disabled>{shareTexts.copyLink}</button> : <CopyMade make={() => whole} label={shareTexts.copyLink} file="everynode-link.txt" solid />}
            <p class={whole.length > LONGEST_LINK ? "st-wait" : "muted"}>
              {link === "none"
                ? shareTexts.noLink
                : whole.length > LONGEST_LINK
                  ? shareTexts.linkLong(whole.length, LONGEST_LINK)
                  : shareTexts.linkSize(whole.length, LONGEST_LINK)}
            </p>
          </section>
        )}
        <section class="shareways" aria-label={shareTexts.elsewhere}>
          <Way about={shareTexts.markdown.about}>
            {answer === null ? <span class="muted">{shareTexts.markdown.notYet}</span> : <CopyMade make={markdown} label={shareTexts.markdown.name} file="everynode.md" />}
          </Way>
          <Way about={shareTexts.zip.about}>
            <button class="btn sm line" onClick={zip}>
              {shareTexts.zip.name}
            </button>
          </Way>
          {!IS_STANDALONE && (
            <Way about={failed ? shareTexts.page.failed : shareTexts.page.about}>
              <button class="btn sm line" onClick={page}>
                {shareTexts.page.name}
              </button>
            </Way>
          )}
        </section>
        <section class="shareline" aria-label={shareTexts.line}>
          <h3>
            {shareTexts.line}
            <CopyMade make={() => line(names)} label={shareTexts.copy} file="everynode.sh" />
          </h3>
          <pre class="term" tabIndex={0} aria-label={shareTexts.line}>
            {line(names)}
          </pre>
        </section>
        <section class="sharegone">
          <h3>
            <Glyph name={redacted > 0 ? "warning" : "yes"} state={redacted > 0 ? "warning" : "run"} />
            {shareTexts.redacted(redacted)}
          </h3>
          {redacted > 0 && <Gone taken={parcel.taken} all={redacted} />}
          {parcel.left.length > 0 && <p class="muted">{shareTexts.left(parcel.left.map(({ name }) => name))}</p>}
        </section>
      </div>
    </dialog>
  );
}

function Way({ about, children }: { readonly about: string; readonly children: ComponentChildren }) {
  return (
    <div class="way">
      {children}
      <p>{about}</p>
    </div>
  );
}

/** What was redacted, by its place and what it is. The values are not repeated. */
function Gone({ taken, all }: { readonly taken: readonly Taken[]; readonly all: number }) {
  const listed = taken.flatMap(({ file, found }) => found.map((each) => ({ file, ...each }))).slice(0, LISTED);
  return (
    <ul>
      {listed.map(({ file, line, name, kind }, at) => (
        <li key={at}>
          <code>{shareTexts.at(file, line)}</code>
          {name !== "" && <code>{name}</code>}
          <span class="muted">{shareTexts.kind(kind)}</span>
        </li>
      ))}
      {all > listed.length && <li class="muted">{shareTexts.moreRedacted(all - listed.length)}</li>}
    </ul>
  );
}
