import type { Spec } from '@matgrad/core';
import type { KernelBackend, NamedAttrMap, NamedTensorMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tensorflow } from './tensorflow.ts';

/**
 * One run of an identity. It rides in the kernel's attributes, from the forward pass to every derivative: what belongs
 * to the run (the factorisation above all) lives as long as its node on the tape, and no cache can go stale.
 */
export interface Run {
  /** The kernel proper: reads the inputs, returns the outputs. */
  forward(x: readonly TensorInfo[], backend: KernelBackend): TensorInfo[];
  /** Cotangents of the inputs. */
  pull(x: readonly Tensor[], y: readonly Tensor[], dy: readonly Tensor[]): Tensor[];
  /** For a kernel that only re-attaches outputs: which one. */
  readonly output: number;
}

const list = <T>(x: T | readonly T[]): readonly T[] => (Array.isArray(x) ? x : [x as T]);
const numbered = <T>(prefix: string, values: readonly T[]): [string, T][] =>
  values.map((value, i) => [`${prefix}${i}`, value]);
const runOf = (attrs: NamedAttrMap | undefined): Run => attrs as unknown as Run;

/** The kernel of an identity, e.g. MatgradInv. */
export const kernelName = ({ name }: Spec): string => `Matgrad${name[0].toUpperCase()}${name.slice(1)}`;
/** The kernel that stands in for an output computed before: see `known` in node.ts. */
export const knownName = (id: Spec): string => `${kernelName(id)}Known`;

/** Registers what a run of the identity needs on the active backend, unless it is there already. */
function ensure(tf: Tensorflow, id: Spec): void {
  const { inputs, outputs } = id.signature;
  const backendName = tf.getBackend();
  const x = inputs.map((_, i) => `x${i}`);
  const y = outputs.map((_, i) => `y${i}`);
  const missing = (kernel: string) => !tf.getKernel(kernel, backendName);
  const gradients = (saved: readonly Tensor[], dy: readonly Tensor[], run: Run) => {
    const inputs = saved.slice(0, x.length);
    const pulled = tf.tidy(() => run.pull(inputs, saved.slice(x.length), dy));
    return numbered(
      'x',
      pulled.map((dx) => () => dx),
    );
  };

  const whole = kernelName(id);
  if (missing(whole))
    tf.registerKernel({
      kernelName: whole,
      backendName,
      kernelFunc: ({ inputs: given, backend, attrs }) => {
        const made = runOf(attrs).forward(
          x.map((name) => given[name] as TensorInfo),
          backend as KernelBackend,
        );
        // An array of one output would make the engine hand its gradient function a bare tensor all the same.
        return made.length === 1 ? made[0] : made;
      },
    });
  if (!tf.getGradient(whole))
    tf.registerGradient({
      kernelName: whole,
      inputsToSave: x,
      outputsToSave: y.map(() => true),
      gradFunc: (dy, saved, attrs) => Object.fromEntries(gradients(saved, list(dy), runOf(attrs))),
    });

  const known = knownName(id);
  if (missing(known))
    tf.registerKernel({
      kernelName: known,
      backendName,
      kernelFunc: ({ inputs: given, backend, attrs }) => {
        const { dataId, shape, dtype } = given[`y${runOf(attrs).output}`] as TensorInfo;
        (backend as KernelBackend).incRef(dataId);
        return { dataId, shape, dtype };
      },
    });
  if (!tf.getGradient(known))
    tf.registerGradient({
      kernelName: known,
      inputsToSave: [...x, ...y],
      gradFunc: (dy, saved, attrs) => {
        const run = runOf(attrs);
        const outputs = saved.slice(x.length);
        const dys = outputs.map((Y, i) => (i === run.output ? (dy as Tensor) : tf.zerosLike(Y)));
        const zeros = numbered(
          'y',
          outputs.map((Y) => () => tf.zerosLike(Y)),
        );
        return Object.fromEntries([...gradients(saved, dys, run), ...zeros]);
      },
    });
}

/** Runs a kernel of ours on the active backend. */
export function runKernel(
  tf: Tensorflow,
  id: Spec,
  kernel: string,
  run: Run,
  x: readonly Tensor[],
  y: readonly Tensor[] = [],
): Tensor | Tensor[] {
  const engine = tf.engine();
  // The getter starts the backend where nothing has yet.
  void engine.backend;
  ensure(tf, id);
  const inputs: NamedTensorMap = Object.fromEntries([...numbered('x', x), ...numbered('y', y)]);
  return engine.runKernel(kernel, inputs, run as unknown as NamedAttrMap);
}
