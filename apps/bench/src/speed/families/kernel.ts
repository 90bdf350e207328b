import { inverse, matmul } from '@matgrad/core/kernel';
import { prepared } from '../../backends/backend.ts';
import type { Family } from './family.ts';

/** The forms of core's kernel that write where they are told. */
export const kernelCalls: Family['calls'] = {
  matmulOut: ({ n, A: [A], B }) => {
    const [a, b, out] = [A!.data, B.data, new Float64Array(n * n)];
    return prepared(
      () => matmul(n, n, n, a, b, out),
      () => [out],
    );
  },
  invOut: ({ n, A: [A] }) => {
    const [a, out] = [A!.data, new Float64Array(n * n)];
    return prepared(
      () => inverse(n, a, out),
      () => [out],
    );
  },
};
