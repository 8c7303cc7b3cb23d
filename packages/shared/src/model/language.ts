export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];
/** A text in every language of the product. */
export type LocalText = Readonly<Record<Language, string>>;
