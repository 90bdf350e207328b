import type { IndexMap } from '../algebra.ts';
import * as float64 from '../interpret/float64/indexing.ts';
import { defineIdentity, type Identity, type IdentityRecord } from './define.ts';
import type { Domain } from './domain.ts';
import * as special from './special.ts';

/** The identity of an index map: linear, so it is its own derivative, and its adjoint goes back the same way. */
export function linear<const S extends '(m,n)->(m,n)' | '(n,n)->(k)' | '(m,n)->(k)' | '(k)->(n,n)'>(
  map: IndexMap,
  signature: S,
  domain: Domain,
  more: Pick<IdentityRecord<'(m,n)->(m,n)', []>, 'check' | 'examples'> = {},
): Identity<S, []> {
  const record = {
    name: map.name,
    signature: signature as '(m,n)->(m,n)',
    domain: [domain] as [Domain],
    forward: ([A]: readonly [Parameters<typeof float64.gather>[0]]) => ({ y: float64.gather(A, map) }),
    latex: (A: string) => map.latex(A),
    words: { gather: special.gather, scatter: special.scatter },
    flops: '0',
    source: 'Magnus & Neudecker 2019, ch. 3',
    ...more,
  };
  return defineIdentity<'(m,n)->(m,n)', []>({
    ...record,
    rule: ({ gather, scatter }) => ({
      jvp: (_, dA) => gather(dA, map),
      vjp: ({ x: [A] }, Ybar) => [scatter(Ybar, map, A.shape)],
    }),
  }) as unknown as Identity<S, []>;
}
