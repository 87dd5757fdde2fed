/** Whether a list holds a login or label name, which are the same in any case. */
export const includes = (names: string[], name: string): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase())

/** Whether two lists hold the same names in any order and case. */
export const sameSet = (left: string[], right: string[]): boolean =>
  left.length === right.length && left.every((name) => includes(right, name))
