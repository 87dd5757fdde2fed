/** A command stands at the beginning of a comment or nobody reads it; and the parser is slow on hostile text. */
export const MAX_READ = 8_000

const MAY_HOLD_COMMAND = /^[ \t]*\/(?:followthrough|due)\b/im

/**
 * A cheap look at a comment: false for all that hold no command, true for some that do not either. It stands apart from
 * reading commands, because what only routes events on Lambda has to start without the Markdown parser.
 */
export const mayHoldCommand = (body: string): boolean => MAY_HOLD_COMMAND.test(body.slice(0, MAX_READ))
