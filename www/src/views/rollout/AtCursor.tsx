import type { RolloutFound } from "everynode";
import { useMemo } from "preact/hooks";
import { happensAt, stepAt, type Course } from "../../derive/course";
import { clock } from "../../derive/timeline";
import { texts } from "../../texts";
import { rolloutTexts } from "../../texts/rollout";
import { Said } from "../Said";

interface Props {
  readonly course: Course;
  readonly time: number;
  /** `kubectl get daemonset -n NAMESPACE NAME` */
  readonly command: string;
}

/** The last things that happened. */
const SAID = 6;

/** What kubectl prints at the cursor, and what has just happened. */
export function AtCursor({ course, time, command }: Props) {
  const { answer } = course;
  const at = stepAt(answer, time);
  const row = answer.kubectlRows[at];
  const printed = useMemo(() => statusLines(answer), [answer]);
  const said: { readonly time: number; readonly text: string; readonly cause: string }[] = [];
  for (let step = at; step >= 0 && said.length < SAID; step -= 1) {
    for (const { change, cause, nodes } of [...happensAt(answer, step)].reverse()) {
      const names = nodes.slice(0, 3).map((node) => answer.nodes[node] ?? "");
      said.push({ time: answer.steps.time[step] ?? 0, text: rolloutTexts.happens(change, names, nodes.length), cause });
    }
  }
  return (
    <section>
      <h2>
        {rolloutTexts.atCursor}
        <small>{rolloutTexts.step(at + 1, answer.steps.time.length)}</small>
      </h2>
      <div class="term" tabIndex={0} role="region" aria-label={texts.kubectl.label}>
        {row !== undefined && (
          <>
            <span class="p">$ </span>
            {command}
            {"\n"}
            <span class="hd">{answer.kubectlHeader}</span>
            {"\n"}
            {row}
            {"\n"}
          </>
        )}
        <span class="p">$ </span>
        {command.replace(/^kubectl get daemonset/, "kubectl rollout status daemonset")}
        {"\n"}
        <span class="wrap">{answer.messages[answer.steps.message[at] ?? 0]}</span>
      </div>
      <details class="status">
        <summary>{rolloutTexts.allStatus}</summary>
        <div class="term" tabIndex={0} role="group" aria-label={rolloutTexts.allStatus}>
          {printed.map(({ time: when, text }) => (
            <p key={when}>
              <time>{clock(when)}</time> {text}
            </p>
          ))}
        </div>
      </details>
      <ol class="evts" reversed>
        {said.slice(0, SAID).map(({ time: when, text, cause }, nth) => (
          <li key={nth} class={when === (answer.steps.time[at] ?? 0) ? "now" : ""}>
            <time>{clock(when)}</time>
            <span>
              <Said text={text} />
              {cause !== "" && (
                <small>
                  <Said text={cause} />
                </small>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What `kubectl rollout status` prints from the beginning to the end, each line when it changes. */
function statusLines({ steps, messages }: RolloutFound): readonly { readonly time: number; readonly text: string }[] {
  const lines: { time: number; text: string }[] = [];
  let last = -1;
  steps.message.forEach((message, step) => {
    if (message === last) return;
    last = message;
    lines.push({ time: steps.time[step] ?? 0, text: messages[message] ?? "" });
  });
  return lines;
}
