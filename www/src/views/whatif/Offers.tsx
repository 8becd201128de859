import type { DaemonSetPlacement, NodesAnswer, PlaceAnswer } from "everynode";
import { facetValue } from "../../derive/nodes";
import type { SourceFile, WhatIf } from "../../state/state";
import { texts } from "../../texts";
import { whatIfTexts } from "../../texts/whatif";
import { Said } from "../Said";

interface Props {
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  readonly nodes: NodesAnswer | null;
  readonly selected: string | null;
  readonly files: readonly SourceFile[];
  readonly add: (change: WhatIf) => void;
}

/** More than this is not offered of one kind. */
const SOME = 3;

/** What can be supposed of these very nodes, before anything is. */
export function Offers({ place, daemonSet, nodes, selected, files, add }: Props) {
  return (
    <div class="empty">
      <h2>{whatIfTexts.none}</h2>
      <p>{whatIfTexts.noneHelp}</p>
      {nodes !== null && (
        <>
          <h3 class="h2">{whatIfTexts.tryOne}</h3>
          <ul class="offers">
            {offersOf(place, daemonSet, selected, files).map(({ title, change }) => (
              <li key={title}>
                <button class="btn line" onClick={() => add(change)}>
                  <span>
                    <Said text={title} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function offersOf(
  place: PlaceAnswer,
  daemonSet: DaemonSetPlacement,
  selected: string | null,
  files: readonly SourceFile[],
): readonly { readonly title: string; readonly change: WhatIf }[] {
  const { names, facets } = place.nodes;
  const edits = daemonSet.groups
    .flatMap(({ suggestion }) => (suggestion === undefined || suggestion.edits.length === 0 ? [] : [suggestion]))
    .slice(0, SOME)
    .map((suggestion) => ({
      title: suggestion.title,
      change: { kind: "edit", title: suggestion.title, edits: suggestion.edits, files } as const,
    }));
  const zone = facets.find(({ key, values }) => key === "zone" && values.length > 1);
  const zones = (zone?.values ?? [])
    .filter((value) => value !== "")
    .slice(0, SOME)
    .map((value) => {
      const nodes = names.filter((_, node) => zone !== undefined && facetValue(zone, node) === value);
      return { title: whatIfTexts.offer.cordon(texts.nodes.facetValue("zone", `\`${value}\``)), change: { kind: "cordon", nodes, value: "" } as const };
    });
  const node = selected ?? names[0];
  const one =
    node === undefined
      ? []
      : ([
          { title: whatIfTexts.offer.down(`\`${node}\``), change: { kind: "down", nodes: [node], value: "" } },
          { title: whatIfTexts.offer.add(`\`${node}\``), change: { kind: "addNode", nodes: [node], value: `${node}-new` } },
        ] as const);
  return [...edits, ...zones, ...one];
}
