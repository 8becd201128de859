/** Kubernetes' own words on the fields of its API, for who shows what `fieldAt` and `complete` answer. */
declare const words: {
  /** Whose words they are. */
  readonly source: string;
  /** Of the words. */
  readonly license: string;
  /** By struct, as `FieldView.of` names it, then by field; the empty name is the struct itself. */
  readonly descriptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
export default words;
