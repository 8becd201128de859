/** What is thrown. Faults of the manifests never are: they come back as findings. */

/** `init()` was not awaited before the first question, or could not load the WebAssembly. */
export class NotInitializedError extends Error {
  override readonly name = "NotInitializedError";
  readonly code = "NOT_INITIALIZED";
}

/** A function was called with something else than its types say. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code = "INPUT";
}

/**
 * The core failed, which no input may bring about; the input that did is worth a report. It has been started afresh, and the
 * next question is answered as if nothing had happened; a `Workspace` keeps its texts.
 */
export class InternalError extends Error {
  override readonly name = "InternalError";
  readonly code = "INTERNAL";
}
