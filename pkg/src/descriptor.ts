/** Whole reads and writes on the standard streams, synchronous as the core is. */

import { Buffer } from "node:buffer";
import { readSync, writeSync } from "node:fs";

const STDIN = 0;

/** How long to wait for the other end of a pipe that is full or empty at the moment. */
const PAUSE_MS = 5;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

function code(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/**
 * Writes all of a text. `console.log` and `process.stdout` may still hold some of it when the program ends.
 *
 * Answers whether somebody reads: `false` when the other end is closed, as `head` does it.
 */
export function writeAll(descriptor: number, text: string): boolean {
  let rest: Buffer = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (code(error) === "EPIPE") return false;
      // The pipe is full, and somebody has made it one that does not wait.
      if (code(error) !== "EAGAIN") throw error;
      pause();
    }
  }
  return true;
}

/** Reads standard input to its end. */
export function readStdin(): Uint8Array {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    try {
      const length = readSync(STDIN, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      // Windows says so where others read nothing.
      if (code(error) === "EOF") return Buffer.concat(chunks);
      if (code(error) !== "EAGAIN") throw error;
      pause();
    }
  }
}
