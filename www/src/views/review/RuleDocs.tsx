import type { Diagnostic } from "everynode";
import type { RulePages } from "../../state/rulePages";
import { reviewTexts } from "../../texts/review";
import type { Later } from "../later";
import { Said } from "../Said";

interface Props {
  readonly diagnostic: Diagnostic;
  readonly pages: Later<RulePages>;
}

/** What there is to say about a rule: why, what it finds and what it leaves alone, when to switch it off. */
export function RuleDocs({ diagnostic, pages }: Props) {
  if (pages === null || pages === "failed") {
    return <p class="docs muted">{pages === null ? reviewTexts.pagesLoading : reviewTexts.pagesFailed}</p>;
  }
  const page = pages.part.page(diagnostic.rule);
  if (page === undefined) return <p class="docs muted">{reviewTexts.noPage}</p>;
  return (
    <section class="docs" aria-label={reviewTexts.about}>
      <p>
        <Said text={page.what} />
      </p>
      {page.sections.map(({ title, blocks }) => (
        <section key={title}>
          <h3>{title}</h3>
          {blocks.map((block, at) =>
            block.kind === "code" ? (
              <pre key={at} class="codeblock" tabIndex={0} role="group" aria-label={reviewTexts.code(title)}>
                {block.text}
              </pre>
            ) : block.kind === "list" ? (
              <ul key={at}>
                {block.items.map((item) => (
                  <li key={item}>
                    <Said text={item} />
                  </li>
                ))}
              </ul>
            ) : (
              <p key={at}>
                <Said text={block.text} />
              </p>
            ),
          )}
        </section>
      ))}
      <section>
        <h3>{reviewTexts.when}</h3>
        <ul>
          {page.facts.map(([name, value]) => (
            <li key={name}>
              {name}: <Said text={value} />
            </li>
          ))}
        </ul>
      </section>
      {diagnostic.url !== undefined && (
        <a href={diagnostic.url} rel="noreferrer" target="_blank">
          {reviewTexts.page}
        </a>
      )}
    </section>
  );
}
