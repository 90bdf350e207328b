/**
 * Memory that one call after the other may use: made when first needed, and anew where the sizes of matrices change.
 *
 * Calls without one share one of the module, for n <= 256; larger ones make theirs each time, next to work of order n³.
 */
export interface Workspace {
  /** What is kept, by its kind. */
  readonly parts: Map<string, { readonly m: number; readonly n: number; readonly part: unknown }>;
}

/**
 * A workspace of one's own, empty at first: for hot loops with matrices above 256×256, or of alternating sizes.
 *
 * @example
 * import { createWorkspace, inverse } from '@matgrad/core/kernel';
 * const work = createWorkspace();
 * const Y = new Float64Array(4);
 * inverse(2, Float64Array.of(2, 0, 0, 4), Y, 1, 0, 0, work) //=> -1
 * Array.from(Y) //=> [0.5, 0, 0, 0.25]
 */
export const createWorkspace = (): Workspace => ({ parts: new Map() });

const MOST = 256;
const shared = /* @__PURE__ */ createWorkspace();

/** The part of a workspace that computations of one kind use, for matrices of one size. */
export function partOf<P>(
  work: Workspace | undefined,
  kind: string,
  m: number,
  n: number,
  make: (m: number, n: number) => P,
): P {
  const space = work ?? (m <= MOST && n <= MOST ? shared : undefined);
  if (space === undefined) return make(m, n);
  const kept = space.parts.get(kind);
  // A kind has parts of one type only.
  if (kept !== undefined && kept.m === m && kept.n === n) return kept.part as P;
  const part = make(m, n);
  space.parts.set(kind, { m, n, part });
  return part;
}
