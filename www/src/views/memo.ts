/** Parts that stay as they are while what they are given stays the same: who types waits for no picture that does not change. */

import { Component, createElement, type ComponentClass, type ComponentChildren } from "preact";

/** The same part, drawn anew only when one of its properties is another value than before. */
export function memo<Props extends object>(part: (props: Props) => ComponentChildren): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return differ(this.props, next) || differ(next, this.props);
    }

    override render(): ComponentChildren {
      return createElement(part, this.props);
    }
  };
}

/** Whether one has a property that the other has not, or has with another value. */
function differ<Props extends object>(one: Props, other: Props): boolean {
  for (const key in one) if (one[key] !== other[key]) return true;
  return false;
}
