import { defineIdentity } from '@matgrad/core';
import { describe, expect, test } from 'vitest';
import { identityRow as schema } from '../results/schema.ts';
import { identities, identityRow } from './identities.ts';

describe('rows of the registry', () => {
  test.each(['inv', 'slogdet', 'quadraticForm', 'exp'])(
    '%s: derivatives agree, and cost something',
    (name) => {
      const identity = identities.get(name);
      if (!identity) throw new Error(`${name} is not in the registry`);
      const row = schema.parse(identityRow(identity, 0));
      expect(row.name).toBe(name);
      // The tolerances of core's own checks.
      expect(Number(row.errors.first)).toBeLessThan(1e-8);
      expect(Number(row.errors.adjoint)).toBeLessThan(1e-12);
      expect(Number(row.errors.second)).toBeLessThan(1e-8);
    },
  );

  test('a rule with a wrong sign shows', () => {
    const inv = identities.get('inv');
    if (!inv) throw new Error('inv is not in the registry');
    const wrong = defineIdentity({
      name: 'wrong',
      signature: '(n,n)->(n,n)',
      domain: [inv.spec.domain[0] as never],
      forward: ([A]) => ({ y: (inv as unknown as (A: unknown) => never)(A) }),
      latex: (A: string) => A,
      rule: ({ mul, neg, t }) => ({
        jvp: ({ y: Y }, dA) => neg(mul(Y, dA, Y)),
        vjp: ({ y: Y }, Ybar) => [mul(t(Y), Ybar, t(Y))],
      }),
    });
    const row = identityRow(wrong, 0);
    expect(Number(row.errors.adjoint)).toBeGreaterThan(0.01);
    expect(Number(row.errors.first)).toBeGreaterThan(0.01);
  });
});
