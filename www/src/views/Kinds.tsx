import { texts } from "../texts";

interface Props {
  readonly title: string;
  readonly counts: readonly { readonly kind: string; readonly count: number; readonly more?: boolean }[];
}

/** How many objects of each kind were read. */
export function Kinds({ title, counts }: Props) {
  if (counts.length === 0) return null;
  return (
    <section class="kinds">
      <h2 class="h2">{title}</h2>
      <dl>
        {counts.map(({ kind, count, more }) => (
          <div key={kind}>
            <dt>
              <code>{kind}</code>
            </dt>
            <dd>{texts.files.nodes(count, more === true)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
