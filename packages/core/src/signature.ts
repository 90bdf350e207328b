import type { Shaped } from './algebra.ts';
import { broadcastShapes } from './array.ts';
import { ShapeError, showShape } from './errors.ts';

/** The core axes of one input or output, e.g. `['n', 'k?']`; `['...']` stands for an array taken whole. */
type Core = readonly string[];
type Shape = readonly number[];

/** A NumPy gufunc signature taken apart: `(n,n),(n,k?)->(n,k?)`. */
export interface Signature {
  readonly text: string;
  readonly inputs: readonly Core[];
  readonly outputs: readonly Core[];
  /** `(...)*`: any number of inputs like the first. */
  readonly variadic: boolean;
}

/** Shapes that fit a signature. */
export interface Fit {
  /** Shape of each input as rules see it: all is a matrix, a vector a column, a missing `k?` an axis of size 1. */
  readonly full: readonly Shape[];
  /** The shape of an output for the caller, without the axes that the inputs lacked. */
  restore(output: number, shape: Shape): Shape;
}

/** Parses a gufunc signature. */
export function parseSignature(text: string): Signature {
  const side = (s: string) =>
    [...s.matchAll(/\(([^)]*)\)/g)].map(([, core = '']) => core.split(',').filter(Boolean));
  const [inputs = '', outputs = ''] = text.split('->');
  return { text, inputs: side(inputs), outputs: side(outputs), variadic: inputs.endsWith('*') };
}

const bare = (axis: string) => axis.replace('?', '');

/** True where every input has just its core axes and these are two or none: then nothing is to be done. */
function fitsPlainly({ inputs }: Signature, values: readonly Shaped[]): boolean {
  let sizes: Record<string, number> | undefined;
  for (let i = 0; i < inputs.length; i++) {
    const core = inputs[i];
    const { shape } = values[i];
    if (shape.length !== core.length || core.length === 1) return false;
    // The commonest of all, one square matrix, needs no table.
    if (inputs.length === 1 && core.length === 2) return core[0] !== core[1] || shape[0] === shape[1];
    for (let axis = 0; axis < core.length; axis++) {
      const name = core[axis];
      sizes ??= {};
      if ((sizes[name] ?? shape[axis]) !== shape[axis]) return false;
      sizes[name] = shape[axis];
    }
  }
  return true;
}

/** Checks the shapes of arguments against a signature and says how rules will see them, if not just as they are. */
export function fitShapes(op: string, signature: Signature, values: readonly Shaped[]): Fit | undefined {
  if (fitsPlainly(signature, values)) return undefined;
  const shapes = values.map(({ shape }) => shape);
  const { inputs, outputs, text } = signature;
  const fail = (): never => {
    const expected = inputs.every((core) => core.length === 0)
      ? 'shapes that broadcast'
      : inputs.length === 1 && inputs[0].join() === 'n,n'
        ? 'a square matrix (n,n)'
        : text.slice(0, text.indexOf('->'));
    throw new ShapeError(op, expected, shapes.map(showShape).join(' and '));
  };
  const sizes = new Map<string, number>();
  const missing = new Set<string>();
  let stack: Shape | null = [];
  const full = inputs.map((core, i) => {
    const shape = shapes[i];
    if (core[0] === '...') return shape;
    const present = core.map(() => true);
    let rank = core.length;
    for (let axis = core.length - 1; axis >= 0 && rank > shape.length; axis--) {
      if (core[axis].endsWith('?')) {
        present[axis] = false;
        rank--;
      }
    }
    const lead = shape.length - rank;
    if (lead < 0) fail();
    let next = lead;
    const own = core.map((axis, position) => {
      if (!present[position]) missing.add(bare(axis));
      const size = present[position] ? shape[next++] : 1;
      if ((sizes.get(bare(axis)) ?? size) !== size) fail();
      sizes.set(bare(axis), size);
      return size;
    });
    stack = stack && broadcastShapes(stack, shape.slice(0, lead));
    if (stack === null) fail();
    return [...shape.slice(0, lead), ...own, ...(core.length === 1 ? [1] : [])];
  });
  const restore = (output: number, shape: Shape) => {
    const core = outputs[output] ?? [];
    if (core[0] === '...') return shape;
    const lead = shape.length - (core.length === 1 ? 2 : core.length);
    return shape.filter(
      (_, axis) => axis < lead || (core[axis - lead] !== undefined && !missing.has(bare(core[axis - lead]))),
    );
  };
  return { full, restore };
}
