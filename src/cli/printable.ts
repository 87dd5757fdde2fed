/** A text on one line, and without the control characters by which it could take over the terminal. */
export const printable = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
