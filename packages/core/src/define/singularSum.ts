import { signOfLargest } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';
import { totals } from '../factor/spectral/totals.ts';
import { defineIdentity, type Identity, type IdentityRecord } from './define.ts';
import { graded } from './domain.ts';
import * as special from './special.ts';

/**
 * The identity of a norm that is the sum of the largest singular values, as many as `count` says.
 *
 * @flops 20mn^2
 * @source Watson 1992
 */
export const singularSum = <O extends readonly unknown[] = []>(
  name: string,
  count: (options: O) => number,
  latex: (A: string, k?: string) => string,
  derived: (A: string) => string,
  more: Pick<IdentityRecord<'(m,n)->()', O>, 'check' | 'examples'> = {},
): Identity<'(m,n)->()', O> =>
  defineIdentity<'(m,n)->()', O>({
    name,
    signature: '(m,n)->()',
    domain: [graded],
    forward: ([A], options) => {
      const f = singularFactor(A, name, (choice) => signOfLargest(choice, name, count(options)));
      return { y: totals(f.s, count(options)), f };
    },
    latex,
    derived,
    words: { inner: special.inner, scale: special.scale, spectral: special.spectral },
    rule: ({ inner, scale, spectral }) => ({
      jvp: ({ f }, dA) => inner(spectral(f), dA),
      vjp: ({ f }, ybar) => [scale(ybar, spectral(f))],
    }),
    ...more,
  });
