import { prepared } from '../../backends/backend.ts';
import type { Family } from './family.ts';

type Kernel = {
  matmul(m: number, k: number, n: number, A: Float64Array, B: Float64Array, out: Float64Array): void;
  inverse(n: number, A: Float64Array, out: Float64Array): number;
};

/** The forms of core's kernel that write where they are told; none where core has no such entry point. */
export async function kernelCalls(): Promise<Family['calls']> {
  const entry = '@matgrad/core/kernel';
  const kernel = await import(entry).then(
    (loaded) => loaded as Kernel,
    () => undefined,
  );
  if (!kernel) return {};
  const { matmul, inverse } = kernel;
  return {
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
}
