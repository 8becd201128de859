/** Kubernetes' own words on fields. They are loaded when somebody first wants some. */

let loading: Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> | null = null;

/** The description of a field of a struct; `null` where there is none, or where they do not load. */
export async function describe(of: string, name: string): Promise<string | null> {
  loading ??= import("everynode/descriptions.json").then((loaded) => loaded.default.descriptions);
  try {
    return (await loading)[of]?.[name] ?? null;
  } catch {
    // The next wish tries again.
    loading = null;
    return null;
  }
}
