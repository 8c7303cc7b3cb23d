interface CategoryOfSafety {
  readonly category: string;
  readonly parent: string | null;
  /** what is reported under it may hurt somebody */
  readonly safety: boolean;
}

/** CASE-29: whether a category is about safety, by itself or by the area it stands in. */
export function isAboutSafety(categories: readonly CategoryOfSafety[], category: string): boolean {
  const one = categories.find((item) => item.category === category);
  if (one === undefined || one.safety) return one !== undefined;
  return categories.some((item) => item.category === one.parent && item.safety);
}
