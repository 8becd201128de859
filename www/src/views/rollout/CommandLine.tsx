import { texts } from "../../texts";
import { CopyButton } from "../CopyButton";

/** The same question on the command line. */
export function CommandLine({ lines }: { readonly lines: string }) {
  return (
    <section class="rl-cli" aria-label={texts.rollout.commandLine}>
      <h2>
        {texts.rollout.commandLine}
        <CopyButton text={lines} />
      </h2>
      <div class="term" tabIndex={0} role="group" aria-label={texts.rollout.commandLine}>
        {lines}
      </div>
    </section>
  );
}
