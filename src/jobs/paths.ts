/** Whether a path can be that of a postmortem at all; the configuration says more. */
export const isMarkdown = (path: string): boolean => /\.(md|markdown)$/i.test(path)
