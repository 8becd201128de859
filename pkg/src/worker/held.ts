/** Questions that are sent as they were asked. */

/** A question, once it is held against its types: the worker reads it itself, so that what is sent is what was asked. */
export function held<T>(check: (question: unknown) => unknown, question: T): T {
  check(question);
  return question;
}
