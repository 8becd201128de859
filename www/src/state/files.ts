/** Files from the disk: dropped, with folders, or picked. Large ones stay bytes. */

import { ATTACH_ABOVE } from "./state";

const MANIFEST = /\.(ya?ml|json|md|markdown)$/i;

export interface ReadFiles {
  readonly read: readonly { readonly name: string; readonly text: string | Uint8Array }[];
  readonly unreadable: readonly string[];
}

export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const read: { name: string; text: string | Uint8Array }[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    try {
      read.push({
        name: file.name,
        text: file.size > ATTACH_ABOVE ? new Uint8Array(await file.arrayBuffer()) : await file.text(),
      });
    } catch {
      unreadable.push(file.name);
    }
  }
  return { read, unreadable };
}

/** Every dropped file; of dropped folders, what looks like a manifest. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.every((entry) => entry.isFile)) return plain;
  const files: File[] = [];
  for (const entry of entries) await walk(entry, files, true);
  return files;
}

async function walk(entry: FileSystemEntry, files: File[], named: boolean): Promise<void> {
  if (isDirectory(entry)) {
    const reader = entry.createReader();
    // A reader hands out its entries in batches, the last of which is empty.
    for (;;) {
      const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (batch.length === 0) return;
      for (const inner of batch) await walk(inner, files, false);
    }
  } else if (isFile(entry) && (named || MANIFEST.test(entry.name))) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Asks the browser for files; none when the person changes their mind. */
export function pickFiles(): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".yaml,.yml,.json,.md,.markdown";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
