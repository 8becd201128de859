/** What a Pod template asks of a Node's name and labels, as a tree: all of these, and one of those terms. */

import type { DaemonSetPlacement, Place, RequirementView } from "everynode";

export interface RuleLeaf {
  /** `selector.0`, `term.1.0` */
  readonly id: string;
  readonly requirement: RequirementView;
}

export interface RuleTerm {
  readonly id: string;
  readonly matches: number;
  readonly place: Place | undefined;
  readonly leaves: readonly RuleLeaf[];
}

export interface RuleTree {
  readonly nodeName: string | undefined;
  readonly selector: readonly RuleLeaf[];
  /** null: no required node affinity. */
  readonly terms: readonly RuleTerm[] | null;
  readonly matches: number;
}

export function ruleTree({ rules }: DaemonSetPlacement): RuleTree {
  const leaves = (requirements: readonly RequirementView[], prefix: string) =>
    requirements.map((requirement, at) => ({ id: `${prefix}.${at}`, requirement }));
  return {
    nodeName: rules.nodeName,
    selector: leaves(rules.nodeSelector, "selector"),
    terms:
      rules.terms?.map((term, at) => ({
        id: `term.${at}`,
        matches: term.matches,
        place: term.place,
        leaves: leaves(term.requirements, `term.${at}`),
      })) ?? null,
    matches: rules.matches,
  };
}

/** No rule at all: every node passes. */
export function isOpen(tree: RuleTree): boolean {
  return tree.nodeName === undefined && tree.selector.length === 0 && tree.terms === null;
}

export function allLeaves(tree: RuleTree): readonly RuleLeaf[] {
  return [...tree.selector, ...(tree.terms ?? []).flatMap((term) => term.leaves)];
}

/** The chosen leaf, or the one that the fewest nodes fulfil. */
export function litLeaf(tree: RuleTree, chosen: string | null): RuleLeaf | undefined {
  const leaves = allLeaves(tree);
  const strictest = leaves.reduce<RuleLeaf | undefined>(
    (least, each) => (least === undefined || each.requirement.matches < least.requirement.matches ? each : least),
    undefined,
  );
  return leaves.find(({ id }) => id === chosen) ?? strictest;
}

/** `pool In general, gpu` as text between backticks, operators bare. */
export function requirementText({ key, operator, values }: RequirementView): string {
  const of = values.map((value) => (value === "" ? '`""`' : `\`${value}\``)).join(", ");
  return of === "" ? `\`${key}\` ${operator}` : `\`${key}\` ${operator} ${of}`;
}
