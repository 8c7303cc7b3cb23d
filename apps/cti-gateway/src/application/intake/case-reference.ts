/** As it is read out: "C-2291"; callers key in what is behind the letter. */
export const caseReference = (number: number | string): string => `C-${number}`;
