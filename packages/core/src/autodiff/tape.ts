import type { Algebra, Derivable, Factor, Saved, Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import { later, now } from './later.ts';
import { escaped, Tracer } from './tracer.ts';
import { transform } from './transform.ts';

/** One identity as it was run: what its rule needs to pull cotangents back. */
interface Call {
  readonly id: Derivable;
  readonly saved: Saved<Value, Factor>;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Tracer[];
}

/** Reverse mode: an algebra that records every identity it runs, and the way back through them. */
export interface Tape {
  readonly algebra: Algebra<Value, Factor>;
  /** Ends the recording: the function has returned. */
  close(): void;
  /** The cotangents of `inputs`, given those of `outputs`. */
  backward(outputs: readonly Value[], cotangents: readonly Value[], inputs: readonly Tracer[]): Value[];
}

/** Starts a tape over whatever algebra the values live in. */
export function tape(): Tape {
  const calls: Call[] = [];
  let open = true;
  const algebra = transform((id, saved, inputs, self) => {
    if (!open) throw escaped();
    const values = (Array.isArray(saved.y) ? saved.y : [saved.y]) as Value[];
    const outputs = values.map((y) => new Tracer(self, y));
    calls.push({ id, saved, inputs, outputs });
    return Array.isArray(saved.y) ? outputs : outputs[0];
  });

  const backward: Tape['backward'] = (outputs, cotangents, inputs) => {
    const adjoint = new Map<Value, Value>();
    const accumulate = (x: Value, bar: Value) => {
      const sum = adjoint.get(x);
      adjoint.set(x, sum === undefined ? bar : ambient.add(sum, bar));
    };
    outputs.forEach((y, i) => {
      accumulate(y, cotangents[i]);
    });
    for (let i = calls.length - 1; i >= 0; i--) {
      const call = calls[i];
      if (!call.outputs.some((y) => adjoint.has(y))) continue;
      const traced = (x: Value) => x instanceof Tracer && x.algebra === algebra;
      // The cotangents of constants are not wanted, and may cost as much as the others.
      const wait = call.inputs.every(traced) ? now : later;
      const zero = (y: Tracer) => (call.id.nullable ? null : wait(ambient.fill(y.value, 0))) as Value;
      const bars = call.outputs.map((y) => (adjoint.has(y) ? wait(adjoint.get(y) as Value) : zero(y)));
      const back = call.id.rule(ambient).vjp(call.saved, Array.isArray(call.saved.y) ? bars : bars[0]);
      call.inputs.forEach((x, j) => {
        // Where the stack of x was broadcast, its cotangents are summed back: here, once, and in no rule.
        if (traced(x)) accumulate(x, ambient.sumTo(now(back[j]), x.shape));
      });
    }
    return inputs.map((x) => adjoint.get(x) ?? ambient.fill(x.value, 0));
  };
  const close = () => {
    open = false;
  };
  return { algebra, close, backward };
}
