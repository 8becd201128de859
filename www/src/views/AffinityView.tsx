import type { DaemonSetPlacement } from "everynode";
import type { ComponentChildren } from "preact";
import { lines } from "../derive/checks";
import { isOpen, litLeaf, requirementText, ruleTree, type RuleLeaf, type RuleTerm } from "../derive/rules";
import { selectRule, showNode } from "../state/actions";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Count } from "./Count";
import { Glyph } from "./Glyph";
import { NodeLinks } from "./NodeLinks";
import { Said } from "./Said";

interface Props {
  /** Id of the requirement that is chosen; null: the strictest. */
  readonly rule: string | null;
  readonly daemonSet: DaemonSetPlacement;
  /** Every node by name. */
  readonly names: readonly string[];
  readonly dispatch: Dispatch;
}

/** Node name, node selector and affinity as a tree of and and or, with the nodes that fulfil each branch. */
export function AffinityView({ rule, daemonSet, names, dispatch }: Props) {
  const nodes = names.length;
  const tree = ruleTree(daemonSet);
  if (isOpen(tree)) {
    return (
      <div class="empty">
        <h2>{texts.affinity.none}</h2>
        <p>{texts.affinity.noneHelp}</p>
      </div>
    );
  }
  const lit = litLeaf(tree, rule)?.id;
  const row = (leaf: RuleLeaf) => (
    <Leaf key={leaf.id} leaf={leaf} nodes={nodes} lit={leaf.id === lit} select={() => dispatch(selectRule(leaf.id))} />
  );
  return (
    <div class="scroll rules" tabIndex={0} role="region" aria-label={texts.views.name.affinity}>
      <p class="lead">
        <b>{texts.affinity.lead(tree.matches, nodes)}</b> {texts.affinity.leadRest}
      </p>
      <ul class="all">
        {tree.nodeName !== undefined && (
          <li>
            <h2>{texts.affinity.nodeName}</h2>
            <p class="leaf">
              <Said text={texts.affinity.nodeNameIs(tree.nodeName)} />
            </p>
          </li>
        )}
        {tree.selector.length > 0 && (
          <li>
            <h2>
              {texts.affinity.selector} <small>{texts.affinity.allOf}</small>
            </h2>
            {tree.selector.map(row)}
          </li>
        )}
        {tree.terms !== null && (
          <li>
            <h2>
              {texts.affinity.affinity}{" "}
              <small>{tree.terms.length === 1 ? texts.affinity.oneTerm : texts.affinity.anyOf}</small>
            </h2>
            {tree.terms.length === 0 && <p class="leaf muted">{texts.affinity.noTerms}</p>}
            {tree.terms.map((term, at) => (
              <Term key={term.id} term={term} at={at} of={tree.terms?.length ?? 0} nodes={nodes} row={row} />
            ))}
          </li>
        )}
      </ul>
      {nodes > 0 && <LeftOut daemonSet={daemonSet} names={names} dispatch={dispatch} />}
    </div>
  );
}

/** Nodes of one group are listed up to here, and groups up to there. */
const LISTED = 24;
const GROUPS = 12;

/** The nodes that name, labels or fields rule out, by group, each with its sentence. */
function LeftOut({ daemonSet, names, dispatch }: Omit<Props, "rule">) {
  const groups = daemonSet.groups.filter(({ reasons }) => reasons.some(({ reason }) => reason !== "taint"));
  const count = groups.reduce((sum, group) => sum + group.nodes.length, 0);
  return (
    <section class="left-out">
      <h2>{count === 0 ? texts.affinity.leftOutNone : texts.affinity.leftOut(count)}</h2>
      {groups.slice(0, GROUPS).map((group, at) => (
        <div key={at}>
          <p class="muted">
            <Said text={group.sentence} />
          </p>
          <NodeLinks
            title={group.title}
            names={[...group.nodes.subarray(0, LISTED)].map((node) => names[node] ?? "")}
            all={group.nodes.length}
            show={(node) => dispatch(showNode(node))}
          />
        </div>
      ))}
      {groups.length > GROUPS && <p class="muted">{texts.affinity.moreGroups(groups.length - GROUPS)}</p>}
    </section>
  );
}

interface TermProps {
  readonly term: RuleTerm;
  readonly at: number;
  readonly of: number;
  readonly nodes: number;
  readonly row: (leaf: RuleLeaf) => ComponentChildren;
}

function Term({ term, at, of, nodes, row }: TermProps) {
  return (
    <section class="term-box" data-or={texts.affinity.or}>
      {of > 1 && (
        <h3>
          {texts.affinity.term(at + 1)} <small>{texts.affinity.allOf}</small>
          <Count matches={term.matches} nodes={nodes} />
        </h3>
      )}
      {term.leaves.length === 0 ? <p class="leaf muted">{texts.affinity.emptyTerm}</p> : term.leaves.map(row)}
    </section>
  );
}

function Leaf({
  leaf,
  nodes,
  lit,
  select,
}: {
  readonly leaf: RuleLeaf;
  readonly nodes: number;
  readonly lit: boolean;
  readonly select: () => void;
}) {
  const { requirement } = leaf;
  const state = requirement.matches === 0 ? "down" : requirement.matches < nodes ? "out" : "run";
  const inside = (
    <>
      <Glyph name={requirement.matches === 0 ? "no" : requirement.matches < nodes ? "wait" : "yes"} state={state} />
      <span class="t">
        <Said text={requirementText(requirement)} />
      </span>
      {requirement.place === undefined ? <span /> : <span class="ref">{lines(requirement.place)}</span>}
      <Count matches={requirement.matches} nodes={nodes} />
      {(requirement.error !== undefined || requirement.nearest !== undefined) && (
        <span class="ev">
          {requirement.error !== undefined && <Said text={requirement.error} />}{" "}
          {requirement.nearest !== undefined && <Said text={texts.affinity.nearest(requirement.nearest)} />}
        </span>
      )}
    </>
  );
  const name = lit && requirement.place !== undefined ? "leaf on" : "leaf";
  return requirement.place === undefined ? (
    <p class={name}>{inside}</p>
  ) : (
    <button class={name} aria-current={lit ? "true" : undefined} onClick={select}>
      {inside}
    </button>
  );
}
