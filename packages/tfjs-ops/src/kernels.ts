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
export const kernelNameOf = ({ name }: Spec): string => `Matgrad${name[0].toUpperCase()}${name.slice(1)}`;
/** The kernel that stands in for an output computed before: see `known` in node.ts. */
export const knownNameOf = (id: Spec): string => `${kernelNameOf(id)}Known`;

/** The names that the engine knows the inputs and outputs of an identity by. */
const names = (prefix: string, values: readonly unknown[]): string[] => values.map((_, i) => `${prefix}${i}`);

/** Cotangents of the inputs as the engine wants them: by name, in functions. */
function pulled(tf: Tensorflow, x: readonly Tensor[], y: readonly Tensor[], dy: readonly Tensor[], run: Run) {
  const cotangents = tf.tidy(() => run.pull(x, y, dy));
  return numbered(
    'x',
    cotangents.map((dx) => () => dx),
  );
}

/** Registers the kernel that computes the identity, and its gradient, unless they are there already. */
function ensureWhole(tf: Tensorflow, id: Spec, backendName: string): void {
  const kernelName = kernelNameOf(id);
  const x = names('x', id.signature.inputs);
  if (!tf.getKernel(kernelName, backendName))
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) => {
        const given = x.map((name) => inputs[name] as TensorInfo);
        const made = runOf(attrs).forward(given, backend as KernelBackend);
        // An array of one output would make the engine hand its gradient function a bare tensor all the same.
        return made.length === 1 ? made[0] : made;
      },
    });
  if (!tf.getGradient(kernelName))
    tf.registerGradient({
      kernelName,
      inputsToSave: x,
      outputsToSave: id.signature.outputs.map(() => true),
      gradFunc: (dy, saved, attrs) => {
        const [inputs, outputs] = [saved.slice(0, x.length), saved.slice(x.length)];
        return Object.fromEntries(pulled(tf, inputs, outputs, list(dy), runOf(attrs)));
      },
    });
}

/** The same for the kernel that re-attaches an output: it computes nothing, and has the gradient of the identity. */
function ensureKnown(tf: Tensorflow, id: Spec, backendName: string): void {
  const kernelName = knownNameOf(id);
  const x = names('x', id.signature.inputs);
  const y = names('y', id.signature.outputs);
  if (!tf.getKernel(kernelName, backendName))
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) => {
        const { dataId, shape, dtype } = inputs[`y${runOf(attrs).output}`] as TensorInfo;
        (backend as KernelBackend).incRef(dataId);
        return { dataId, shape, dtype };
      },
    });
  if (!tf.getGradient(kernelName))
    tf.registerGradient({
      kernelName,
      inputsToSave: [...x, ...y],
      gradFunc: (dy, saved, attrs) => {
        const run = runOf(attrs);
        const [inputs, outputs] = [saved.slice(0, x.length), saved.slice(x.length)];
        const dys = outputs.map((Y, i) => (i === run.output ? (dy as Tensor) : tf.zerosLike(Y)));
        const zeros = numbered(
          'y',
          outputs.map((Y) => () => tf.zerosLike(Y)),
        );
        return Object.fromEntries([...pulled(tf, inputs, outputs, dys, run), ...zeros]);
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
  const backendName = tf.getBackend();
  ensureWhole(tf, id, backendName);
  ensureKnown(tf, id, backendName);
  const inputs: NamedTensorMap = Object.fromEntries([...numbered('x', x), ...numbered('y', y)]);
  return engine.runKernel(kernel, inputs, run as unknown as NamedAttrMap);
}
