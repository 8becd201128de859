import { rolloutTexts } from "../../texts/rollout";
import { CopyButton } from "../CopyButton";

/** The same question on the command line. */
export function CommandLine({ lines }: { readonly lines: string }) {
  return (
    <section class="rl-cli" aria-label={rolloutTexts.commandLine}>
      <h2>
        {rolloutTexts.commandLine}
        <CopyButton text={lines} />
      </h2>
      <div class="term" tabIndex={0} role="group" aria-label={rolloutTexts.commandLine}>
        {lines}
      </div>
    </section>
  );
}
