import type { IndexMap } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { DomainError } from '../errors.ts';
import * as float64 from '../interpret/float64/indexing.ts';
import { defineIdentity, type Identity, type IdentityRecord } from './define.ts';
import type { Domain } from './domain.ts';
import * as special from './special.ts';

/** Refuses what is no number of a diagonal. */
export function requireOffset(op: string, offset: number | undefined): void {
  // A diagonal that far off needs a matrix of 2^32 entries.
  if (!(Number.isInteger(offset ?? 0) && Math.abs(offset ?? 0) < 2 ** 16))
    throw new DomainError(op, `expected a whole number as offset, got ${offset}`);
}

/**
 * The identity of an index map: linear, so it is its own derivative, and its adjoint goes back the same way.
 *
 * @flops 0
 * @source Magnus & Neudecker 2019, ch. 3
 */
export function linear<
  const S extends '(m,n)->(m,n)' | '(n,n)->(k)' | '(m,n)->(k)' | '(k)->(n,n)',
  O extends readonly [offset?: number] = [],
>(
  map: IndexMap,
  signature: S,
  domain: Domain,
  more: Pick<IdentityRecord<'(m,n)->(m,n)', O>, 'check' | 'examples'> = {},
  shifted: (offset: number) => IndexMap = () => map,
): Identity<S, O> {
  const at = ([offset]: readonly [offset?: number]) => (offset ? shifted(offset) : map);
  return defineIdentity<'(m,n)->(m,n)', O>({
    name: map.name,
    signature: signature as '(m,n)->(m,n)',
    domain: [domain] as [Domain],
    check: (_, [offset]) => requireOffset(map.name, offset),
    forward: ([A]: readonly [NdArray], o) => ({ y: float64.gather(A, at(o)) }),
    latex: (A, offset) => at([Number(offset ?? 0)]).latex(A),
    words: { gather: special.gather, scatter: special.scatter },
    ...more,
    rule: ({ gather, scatter }) => ({
      jvp: ({ o }, dA) => gather(dA, at(o)),
      vjp: ({ x: [A], o }, Ybar) => [scatter(Ybar, at(o), A.shape)],
    }),
  }) as unknown as Identity<S, O>;
}
