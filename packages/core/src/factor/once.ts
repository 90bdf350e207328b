import type { NdArray } from '../array.ts';

/** Gives the factorisation of one kind that `make` makes of A; `op` names the caller. */
export type Making = <F>(kind: string, A: NdArray, op: string, make: (A: NdArray, op: string) => F) => F;

/** How a matrix that keeps its factorisations comes by them. */
export const kept: unique symbol = /* @__PURE__ */ Symbol();

/** How all others do; a monitor looks on here. */
export const making: { run: Making } = { run: (_, A, op, make) => make(A, op) };

/** The factorisation that A keeps, or a new one. */
export const once: Making = (kind, A, op, make) =>
  ((A as { [kept]?: Making })[kept] ?? making.run)(kind, A, op, make);
