/** Texts about a field of the API. They come with the editor. */

export const fieldTexts = {
  required: "required",
  filledIn: (value: string) => `Left out, the API server fills in \`${value === "" ? '""' : value}\`.`,
  values: "One of",
  source: (name: string) => `Kubernetes 1.36, ${name}`,
} as const;
