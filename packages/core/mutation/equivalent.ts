/** Mutants that no test can kill, because they compute the same: the reason for each. */
export const equivalent: Readonly<Record<string, string>> = {};
